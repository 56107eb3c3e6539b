"""What hearings and briefings ask of whom, and for how long."""

from __future__ import annotations

from datetime import timedelta

from app.core import clock, duties
from app.core.clock import now, today
from app.goals.operations import revise_goal
from app.hearings.models import Position
from app.hearings.operations import answer_hearing
from app.organisation.models import Side
from tests.hearings.answers import answered, briefed, closed, opened


def of(user):
    return [duty.code for duty in duties.of(user) if duty.code.startswith(("hearing", "briefing"))]


def test_each_side_is_asked_until_it_has_answered(cast):
    hearing = opened(cast)
    assert (of(cast.karin), of(cast.trine)) == (["hearing.answer"], ["hearing.answer"])
    answer_hearing(hearing, side=Side.EMPLOYEES, position=Position.SUPPORTS, words="", by=cast.trine)
    assert (of(cast.karin), of(cast.trine)) == (["hearing.answer"], [])
    assert of(cast.frederik) == of(cast.emma) == of(cast.mads) == []


def test_those_who_keep_the_committee_close_it_when_it_can_be_closed(cast):
    answered(cast, opened(cast))
    assert (of(cast.karin), of(cast.trine)) == (["hearing.close"], ["hearing.close"])


def test_after_the_deadline_it_waits_to_be_closed_by_the_goals_people_as_well(cast):
    opened(cast, committee=cast.top)
    assert of(cast.karin) == []
    with clock.at(now() + timedelta(days=15)):
        assert of(cast.karin) == of(cast.mette) == of(cast.frederik) == ["hearing.close"]


def test_everybodys_are_those_of_each(cast):
    opened(cast)
    opened(cast, committee=cast.top)
    dated = {(duty.user_id, duty.code, duty.subject) for duty in duties.of_everybody()}
    people = (cast.karin, cast.trine, cast.mette, cast.frederik, cast.ida, cast.emma)
    own = {(duty.user_id, duty.code, duty.subject) for user in people for duty in duties.of(user) if duty.due_on}
    assert {one for one in dated if one[1].startswith("hearing")} == {one for one in own if one[1].startswith("hear")}


def test_a_changed_goal_is_to_be_heard_anew(cast):
    closed(cast)
    assert of(cast.karin) == []
    revise_goal(cast.draft, by=cast.karin, measure="Opkald i alt")
    assert of(cast.karin) == ["hearing.renew"]
    assert of(cast.trine) == []


def test_what_was_told_to_one_of_the_two_is_still_to_be_told_to_the_other(cast):
    briefed(cast, group=False)
    assert of(cast.karin) == ["briefing.finish"]
    (duty,) = [duty for duty in duties.of(cast.karin) if duty.code == "briefing.finish"]
    assert (duty.since, duty.due_on) == (today(), None)
