"""What waits because of conversations: on each desk, and for everybody, it is the same."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from app.comments.duties import owed, to_read
from app.comments.models import Visibility
from app.comments.operations import accept_answer, reply_to, take_up_answer
from app.core import clock, duties
from app.core.clock import now, today
from app.core.db import db
from app.organisation.viewers import with_standing
from tests.comments.answers import answered, said, to_committee, to_side
from tests.page import _Counter

CAST = ("ida", "mette", "karin", "otto", "trine", "frederik", "emma", "mads", "bo")


def who_owes(cast, comment):
    """Who has it on their desk; and the reminders go to the same."""
    subject = ("comment", comment.id)
    found = {
        name for name in CAST if subject in {duty.subject for duty in duties.of(with_standing(getattr(cast, name)))}
    }
    everybody = {duty.user_id for duty in duties.of_everybody() if duty.subject == subject}
    assert everybody == {getattr(cast, name).id for name in found}
    return found


@pytest.mark.parametrize(
    ("asker", "owes"),
    [
        ("trine", {"karin"}), ("emma", {"karin"}), ("frederik", {"karin"}), ("ida", {"karin"}),
        ("karin", {"trine"}), ("mette", {"trine"}), ("otto", {"trine"}),
    ],
)  # fmt: skip
def test_who_owes_an_answer_to_what_everybody_can_read(cast, asker, owes):
    assert who_owes(cast, said(cast, getattr(cast, asker))) == owes


def test_within_the_committee_of_the_goal_and_in_one_above_it(cast):
    assert who_owes(cast, to_committee(cast)) == {"karin"}
    assert who_owes(cast, to_committee(cast, by=cast.karin)) == {"trine"}
    top = {"visibility": Visibility.COMMITTEE, "committee_id": cast.top.id}
    assert who_owes(cast, said(cast, cast.frederik, **top)) == {"mette"}  # Karin can't read it there
    assert who_owes(cast, said(cast, cast.mette, **top)) == {"frederik"}


def test_what_ones_own_side_reads_nobody_owes(cast):
    assert who_owes(cast, to_side(cast)) == set()


def test_a_draft_is_answered_by_those_who_see_it(cast):
    assert who_owes(cast, said(cast, goal=cast.draft)) == {"karin"}


def test_it_says_who_waits_since_when_and_until_when(cast):
    with clock.at(now() - timedelta(days=20)):
        comment = said(cast)
    (duty,) = owed(cast.karin, today())
    assert (duty.since, duty.due_on) == (today() - timedelta(days=20), today() - timedelta(days=6))
    assert (duty.endpoint, duty.url) == ("comments.answer", {"goal_id": cast.goal.id, "comment_id": comment.id})
    assert (duty.about, duty.about_label) == (("goal", cast.goal.id), str(cast.goal))
    assert str(duties.WORDS[duty.code].what) % dict(duty.data)
    assert duty.data == {"name": "Trine Løvenskjold"}


def test_only_an_answer_settles_it_and_taking_up_opens_it_again(cast):
    comment = said(cast)
    reply_to(comment, by=cast.karin, body="Jeg vender tilbage.")
    assert who_owes(cast, comment) == {"karin"}
    answer = answered(cast, comment)
    assert who_owes(cast, comment) == set()
    take_up_answer(answer, by=cast.trine, body="Og om sommeren?")
    assert who_owes(cast, comment) == {"karin"}


def test_the_asker_has_the_answer_to_read_until_they_say_what_they_make_of_it(cast):
    one, other = answered(cast), answered(cast)
    found = to_read(cast.trine, today())
    assert [duty.subject for duty in found] == [("answer", one.id), ("answer", other.id)]
    assert {(duty.due_on, duty.since, duty.endpoint) for duty in found} == {(None, today(), "comments.index")}
    assert to_read(None, today()) == found
    accept_answer(one, by=cast.trine)
    take_up_answer(other, by=cast.trine, body="Nej.")
    assert to_read(cast.trine, today()) == to_read(None, today()) == []


def test_an_answer_left_alone_for_a_month_no_longer_waits(cast):
    answered(cast)
    with clock.at(now() + timedelta(days=29)):
        assert len(to_read(cast.trine, today())) == 1
    with clock.at(now() + timedelta(days=31)):
        assert to_read(cast.trine, today()) == []


def test_who_has_left_the_committee_has_nothing_from_it_on_the_desk(cast):
    from app.organisation.operations import vacate_seat

    to_committee(cast, by=cast.karin)
    answered(cast, to_committee(cast))
    assert owed(cast.trine, today())
    assert to_read(cast.trine, today())
    vacate_seat(next(seat for seat in cast.local.seats if seat.user_id == cast.trine.id), from_on=today(), by=cast.ida)
    trine = with_standing(cast.trine)
    assert owed(trine, today()) == to_read(trine, today()) == []
    assert {duty.user_id for duty in [*owed(None, today()), *to_read(None, today())]} == set()


@pytest.mark.parametrize("name", ["karin", "trine", None])
def test_many_cost_as_many_queries_as_one_and_a_desk_is_bounded(cast, name):
    user = getattr(cast, name) if name else None

    def ask():
        return owed(user, today()), to_read(user, today())

    said(cast), said(cast, cast.karin), answered(cast)
    few = queries_of(ask)
    for _time in range(60):
        said(cast), said(cast, cast.karin), answered(cast)
    assert queries_of(ask) == few
    if user is not None:
        assert max(map(len, ask())) == 50


def queries_of(ask):
    """How many queries it takes, with nothing known beforehand."""
    db.session.commit()
    db.session.expunge_all()
    counted = _Counter()
    event.listen(db.engine, "before_cursor_execute", counted)
    try:
        ask()
    finally:
        event.remove(db.engine, "before_cursor_execute", counted)
    return counted.number
