"""What was open is made confidential: from then on nobody outside the committee reads a word of it, wherever it was
told before; and what is said in session is the committee's own until the minutes are out."""

import pytest
import sqlalchemy as sa

from app.agenda.operations import add_annex, add_item, move_item, propose_item, put_item, revise_item
from app.core import vault
from app.core.audit import Event
from app.core.db import session
from app.core.notices import Notice
from app.decisions.models import OutcomeKind
from app.decisions.operations import (
    answer_item,
    carry_over,
    decide_on_goal,
    keep_discussion,
    lift_item,
    note_outcome,
    publish_decisions,
)
from app.meetings.models import Item, ItemKind, Origin, Stage
from app.meetings.queries import agenda_of
from app.minutes.content import for_staff
from app.minutes.operations import make_statement, send_out_minutes, tell_colleagues
from app.minutes.queries import content_now
from app.organisation.standing import audience_key
from tests.decisions.answers import fresh
from tests.meetings.answers import item, met

OUTSIDE = ("emma", "ida", "mette", "mads", "bo")


def read_at(page, cast, name, *, meeting):
    """All that a person reads of it in histories, feeds and notices."""
    addresses = [
        f"/meetings/{meeting.id}", f"/goals/{cast.goal.id}", f"/goals/{cast.goal.id}/history",
        f"/committees/{cast.local.id}", f"/committees/{cast.top.id}", "/", "/notices", "/decisions",
    ]  # fmt: skip
    answers = [page(getattr(cast, name)).get(address) for address in addresses]
    return "\n".join(answer.text for answer in answers).casefold()


def spoken_of(cast, **more):
    """An open item of a meeting in session, with something said and recorded of every kind."""
    meeting = met(cast, stage=Stage.IN_SESSION)
    said = {"title": "Zebratitel", "case_text": "Zebrasag", "kind": ItemKind.DECISION} | more
    one = add_item(meeting, committee=cast.local, by=cast.karin, **said)
    revise_item(one, by=cast.karin, recommendation="Zebraindstilling")
    add_annex(one, vault.keep(b"%PDF-1.7"), by=cast.karin, name="zebrabilag.pdf", media_type="application/pdf")
    keep_discussion(one, by=cast.karin, discussion="Zebrasnak")
    note_outcome(one, by=cast.karin, words="Zebrabeslutning", is_decision=True)
    make_statement(meeting, one, by=cast.trine, words="Zebraudtalelse", on_behalf_of="Zebraforbund")
    return meeting, one


def test_what_was_recorded_before_goes_out_of_sight_of_others(page, cast):
    meeting, one = spoken_of(cast, goal=cast.goal)
    decide_on_goal(one, by=cast.karin, kind=OutcomeKind.KEEP, words="Zebraord om målet")
    assert "zebratitel" in read_at(page, cast, "emma", meeting=meeting)
    revise_item(one, by=cast.karin, is_confidential=True)
    for name in OUTSIDE:
        assert "zebra" not in read_at(page, cast, name, meeting=meeting), name
    assert "zebrabeslutning" in read_at(page, cast, "trine", meeting=meeting)
    assert "zebratitel" in read_at(page, cast, "trine", meeting=meeting)
    send_out_minutes(meeting, by=cast.karin)
    for name in OUTSIDE:
        assert "zebra" not in read_at(page, cast, name, meeting=meeting), name


def test_an_agenda_that_was_out_is_kept_back_too(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    one = add_item(meeting, committee=cast.local, by=cast.karin, title="Zebratitel")
    revise_item(one, by=cast.karin, case_text="Zebrasag")
    assert "zebrasag" in read_at(page, cast, "emma", meeting=meeting)
    revise_item(one, by=cast.karin, title="Nu om noget andet", is_confidential=True)
    for name in OUTSIDE:
        assert "zebra" not in read_at(page, cast, name, meeting=meeting), name
    assert "zebrasag" in read_at(page, cast, "trine", meeting=meeting)


def test_what_was_lifted_and_answered_follows_and_notices_lose_its_name(page, cast):
    _meeting, one = spoken_of(cast)
    lift_item(one, by=cast.karin, words="Zebraspørgsmål")
    lifted = session().scalars(sa.select(Item).where(Item.asked_by_id == one.id)).one()
    assert session().scalars(sa.select(Notice.about_label).where(Notice.code == "meeting_item.lifted")).all()
    revise_item(one, by=cast.karin, is_confidential=True)
    assert fresh(lifted).is_confidential
    labels = session().scalars(sa.select(Notice.about_label).where(Notice.about_type == "meeting_item")).all()
    assert labels
    assert not [label for label in labels if "zebra" in label.casefold()]
    above = met(cast, committee=cast.top, stage=Stage.CALLED)
    put_item(lifted, above, by=cast.mette)
    for name in ("emma", "ida", "bo"):
        assert "zebra" not in read_at(page, cast, name, meeting=above), name
    assert "zebraspørgsmål" in page(cast.mette).get(f"/meetings/{above.id}/items/{lifted.id}").text.casefold()


def test_a_part_of_a_confidential_point_is_confidential(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    point = item(cast, meeting, title="Personsag", is_confidential=True)
    one = add_item(meeting, committee=cast.local, by=cast.karin, title="Zebratitel", parent=point)
    assert one.is_confidential
    revise_item(one, by=cast.karin, is_confidential=False)
    assert fresh(one).is_confidential, "it is so for as long as its point is"
    assert "zebra" not in read_at(page, cast, "emma", meeting=meeting)


def test_the_parts_of_a_point_that_becomes_confidential_follow_it(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    point = item(cast, meeting, title="Personsag")
    one = add_item(meeting, committee=cast.local, by=cast.karin, title="Zebratitel", parent=point)
    assert "zebra" in read_at(page, cast, "emma", meeting=meeting)
    revise_item(point, by=cast.karin, is_confidential=True)
    assert fresh(one).is_confidential
    assert "zebra" not in read_at(page, cast, "emma", meeting=meeting)
    assert "zebra" in read_at(page, cast, "trine", meeting=meeting)


def test_what_comes_under_a_confidential_point_becomes_confidential(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    point = item(cast, meeting, title="Andet", point="ordinary.3", is_confidential=True)
    one = add_item(meeting, committee=cast.local, by=cast.karin, title="Zebratitel")
    revise_item(one, by=cast.karin, parent_id=point.id)
    waiting = item(cast, title="Zebra i venteposition")
    put_item(waiting, meeting, by=cast.karin, parent=point)
    came = add_item(met(cast, stage=Stage.CALLED), committee=cast.local, by=cast.karin, title="Zebra på rejse")
    move_item(came, by=cast.karin, to=meeting, reason="Bedre plads")
    proposed = propose_item(cast.local, by=cast.trine, meeting=meeting, title="Zebraforslag", kind=ItemKind.DISCUSSION)
    for thing in (one, waiting, came, proposed):
        assert (thing.parent_id, thing.is_confidential) == (point.id, True), thing.title
    assert "zebra" not in read_at(page, cast, "emma", meeting=meeting)


def test_a_part_is_kept_back_with_its_point_even_where_nobody_marked_it(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION)
    point = item(cast, meeting, title="Personsag", is_confidential=True)
    one = item(cast, meeting, title="Zebratitel", parent_id=point.id, discussion="Zebrasnak")
    note_outcome(one, by=cast.karin, words="Zebrabeslutning", is_decision=True)
    assert agenda_of(cast.emma, meeting) == []
    assert page(cast.emma).get(f"/meetings/{meeting.id}/items/{one.id}").status_code == 404
    send_out_minutes(meeting, by=cast.karin)
    assert "Zebra" not in repr(for_staff(content_now(meeting)))
    for name in OUTSIDE:
        assert "zebra" not in read_at(page, cast, name, meeting=meeting), name
        assert "zebra" not in page(getattr(cast, name)).get(f"/meetings/{meeting.id}/minutes").text.casefold(), name


def test_what_is_said_in_session_is_the_committees_until_the_minutes_are_out(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION)
    one = item(cast, meeting, title="", goal=cast.goal)
    keep_discussion(one, by=cast.karin, discussion="Zebrasnak")
    note_outcome(one, by=cast.karin, words="Zebrabeslutning", is_decision=True)
    decide_on_goal(one, by=cast.karin, kind=OutcomeKind.KEEP, words="Zebraord")
    make_statement(meeting, one, by=cast.trine, words="Zebraudtalelse")
    tell_colleagues(meeting, by=cast.karin, words="Zebra til alle")
    address = f"/meetings/{meeting.id}/items/{one.id}"
    for name in OUTSIDE:
        assert "zebra" not in read_at(page, cast, name, meeting=meeting), name
        assert "zebra" not in page(getattr(cast, name)).get(address).text.casefold(), name
    assert "zebrasnak" in page(cast.trine).get(address).text.casefold()
    assert "zebraord" in read_at(page, cast, "trine", meeting=meeting)
    send_out_minutes(meeting, by=cast.karin)
    text = page(cast.emma).get(address).text
    assert "Zebrasnak" in text
    assert "Zebrabeslutning" in text
    history = page(cast.emma).get(f"/goals/{cast.goal.id}/history").words
    assert "Zebraord" in history, "what was decided on a goal stands in its history once the minutes are out"


def test_an_answer_is_the_two_committees_own_until_the_minutes_are_out(page, cast):
    meeting, one = spoken_of(cast, goal=cast.goal, title="Om målet")
    lift_item(one, by=cast.karin, words="Hvad siger I?")
    send_out_minutes(meeting, by=cast.karin)
    above = met(cast, committee=cast.top, stage=Stage.IN_SESSION)
    lifted = item(cast, above, title="", goal=cast.goal, asked_by_id=one.id, origin=Origin.LIFTED)
    answer_item(lifted, by=cast.mette, words="Zebrasvar")
    history = f"/goals/{cast.goal.id}/history"
    assert "Zebrasvar" not in page(cast.emma).get(history).words
    assert "Zebrasvar" in page(cast.trine).get(history).words
    send_out_minutes(above, by=cast.mette)
    assert "Zebrasvar" in page(cast.emma).get(history).words


@pytest.mark.parametrize("hidden", [True, False])
def test_a_decision_told_with_the_minutes_is_never_one_of_a_confidential_item(cast, hidden):
    meeting = met(cast, stage=Stage.IN_SESSION)
    one = item(cast, meeting, title="", goal=cast.goal)
    decide_on_goal(one, by=cast.karin, kind=OutcomeKind.KEEP, words="Zebraord")
    if hidden:
        revise_item(one, by=cast.karin, is_confidential=True)
    send_out_minutes(meeting, by=cast.karin)
    assert publish_decisions(meeting, by=cast.karin) == (not hidden)
    told = session().scalars(sa.select(Event).where(Event.code == "outcome.published").limit(1)).all()
    assert [(event.about_type, event.audience) for event in told] == ([] if hidden else [("goal", None)])


def test_what_was_carried_from_a_meeting_that_is_not_over_follows(page, cast):
    meeting, one = spoken_of(cast)
    carry_over(one, by=cast.karin, words="Zebra næste gang")
    later = session().scalars(sa.select(Item).where(Item.carried_from_id == one.id)).one()
    coming = met(cast, stage=Stage.CALLED)
    put_item(later, coming, by=cast.karin)
    revise_item(later, by=cast.karin, is_confidential=True)
    assert fresh(one).is_confidential
    for name in OUTSIDE:
        assert "zebra" not in read_at(page, cast, name, meeting=meeting), name


def test_its_history_stays_with_the_committee_as_its_audience_says(cast):
    _meeting, one = spoken_of(cast)
    revise_item(one, by=cast.karin, is_confidential=True)
    wanted = sa.select(Event.audience).where(Event.subject_type.in_(["meeting_item", "outcome", "minutes_statement"]))
    assert set(session().scalars(wanted.where(Event.code.not_like("test.%")))) == {audience_key(cast.local.id)}
