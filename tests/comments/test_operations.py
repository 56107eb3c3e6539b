from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.comments.models import CommentKind, Visibility
from app.comments.operations import (
    AlreadyAnswered,
    NotTheOtherSide,
    NotYourCircle,
    accept_answer,
    add_comment,
    answer_comment,
    reply_to,
    take_up_answer,
)
from app.core import clock
from app.core.audit import Event
from app.core.clock import now
from app.core.db import session
from app.core.notices import Notice
from tests.comments.answers import answered, said, to_committee, to_side


def told():
    return {
        (notice.code, notice.user_id)
        for notice in session().scalars(sa.select(Notice))
        if notice.code.startswith(("comment", "answer"))
    }


@pytest.mark.parametrize("visibility", [Visibility.COMMITTEE, Visibility.SIDE])
@pytest.mark.parametrize("name", ["ida", "emma", "mads", "otto", "frederik"])
def test_nobody_writes_to_a_circle_that_is_not_theirs(cast, visibility, name):
    with pytest.raises(NotYourCircle):
        add_comment(
            cast.goal, by=getattr(cast, name), kind=CommentKind.NOTE, body="x", visibility=visibility,
            committee_id=cast.local.id,
        )  # fmt: skip


def test_nobody_replies_where_they_cannot_read(cast):
    for comment in (to_side(cast), to_committee(cast)):
        for user in (cast.ida, cast.mads, cast.frederik, cast.emma):
            with pytest.raises(NotYourCircle):
                reply_to(comment, by=user, body="x")
    with pytest.raises(NotYourCircle):
        reply_to(to_side(cast), by=cast.karin, body="x")


def test_those_who_answer_for_the_goal_and_those_in_the_thread_are_told(cast):
    comment = said(cast, cast.emma)
    assert told() == {("comment.added", cast.karin.id)}
    reply_to(comment, by=cast.karin, body="Svar")
    assert ("comment.replied", cast.emma.id) in told()
    assert ("comment.replied", cast.karin.id) not in told()


def test_a_notice_never_reaches_beyond_the_circle(cast):
    to_side(cast)  # Karin owns the goal, but sits on the other side
    assert told() == set()
    to_committee(cast)
    assert told() == {("comment.added", cast.karin.id)}


def test_the_event_says_who_may_read_it_and_not_what_was_said(cast):
    to_side(cast, "Hemmelige ord")
    event = session().scalars(sa.select(Event).where(Event.code == "comment.added")).one()
    assert event.audience == f"committee:{cast.local.id}:employees"
    assert "Hemmelige" not in f"{event.data} {event.changes} {event.subject_label}"


@pytest.mark.parametrize("kind", CommentKind)
@pytest.mark.parametrize("circle", Visibility)
def test_what_asks_the_other_side_waits_for_it(cast, kind, circle):
    where = {} if circle is Visibility.ALL else {"committee_id": cast.local.id}
    comment = add_comment(cast.goal, by=cast.trine, kind=kind, body="x", visibility=circle, **where)
    asks = kind in {CommentKind.QUESTION, CommentKind.CONCERN, CommentKind.PROPOSAL}
    assert (comment.open_since == comment.created_at) is (asks and circle is not Visibility.SIDE)


def test_nobody_answers_themselves_or_their_own_side_and_who_is_on_neither_answers_nobody(cast):
    comment = said(cast)
    for user in (cast.trine, cast.frederik, cast.emma, cast.bo, cast.ida, cast.mads):
        with pytest.raises(NotTheOtherSide):
            answer_comment(comment, by=user, body="x")
    mine = said(cast, cast.karin)
    for user in (cast.karin, cast.mette, cast.otto, cast.ida):
        with pytest.raises(NotTheOtherSide):
            answer_comment(mine, by=user, body="x")
    assert answer_comment(mine, by=cast.emma, body="x")


def test_what_the_safety_organisation_asks_either_side_answers(cast):
    assert answered(cast, said(cast, cast.ida), by=cast.trine)
    assert answered(cast, said(cast, cast.ida), by=cast.karin)


def test_nobody_answers_where_they_cannot_read(cast):
    with pytest.raises(NotYourCircle):
        answer_comment(to_committee(cast), by=cast.mette, body="x")


def test_it_is_answered_once_until_it_is_taken_up_again(cast):
    comment = said(cast)
    with clock.at(now() + timedelta(days=3)):
        answer = answered(cast, comment)
        assert (comment.open_since, answer.waited_seconds) == (None, 3 * 86_400)
        with pytest.raises(AlreadyAnswered):
            answered(cast, comment, by=cast.mette)
    with clock.at(now() + timedelta(days=5)):
        take_up_answer(answer, by=cast.trine, body="Og om sommeren?")
        assert comment.open_since == answer.taken_up_at == now()
    with clock.at(now() + timedelta(days=6)):
        assert answered(cast, comment).waited_seconds == 86_400


def test_a_note_is_never_answered(cast):
    note = add_comment(cast.goal, by=cast.trine, kind=CommentKind.NOTE, body="x")
    with pytest.raises(AlreadyAnswered):
        answered(cast, note)


def test_what_management_asks_is_told_to_the_employee_side_of_the_nearest_committee(cast):
    said(cast, cast.mette)
    assert told() == {("comment.added", cast.karin.id), ("comment.added", cast.trine.id)}


def test_the_asker_is_told_of_the_answer_and_the_answerer_what_became_of_it(cast):
    comment = said(cast)
    before = told()
    answer = answered(cast, comment, by=cast.mette)
    assert told() - before == {("answer.given", cast.trine.id), ("comment.replied", cast.karin.id)}
    before = told()
    accept_answer(answer, by=cast.trine)
    accept_answer(answer, by=cast.trine)
    assert told() - before == {("answer.accepted", cast.mette.id)}
    before = told()
    take_up_answer(answer, by=cast.trine, body="Det holdt ikke.")
    assert told() - before == {("answer.taken_up", cast.mette.id), ("answer.taken_up", cast.karin.id)}


def test_the_history_says_that_it_was_answered_and_not_what(cast):
    take_up_answer(answered(cast, to_committee(cast), body="Hemmelige ord"), by=cast.trine, body="Hemmelige ord")
    events = session().scalars(sa.select(Event).where(Event.code.startswith("answer."))).all()
    assert [event.code for event in events] == ["answer.given", "answer.taken_up"]
    for event in events:
        assert event.audience == f"committee:{cast.local.id}"
        assert "Hemmelige" not in f"{event.data} {event.changes} {event.subject_label}"
