"""What hearings and briefings ask of whom, and for how long."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import event

from app.core import clock, duties
from app.core.clock import now, today
from app.core.db import db, session
from app.core.operation import operation, record
from app.goals.operations import add_goal, revise_goal
from app.hearings.models import Position
from app.hearings.operations import answer_hearing
from app.organisation.models import Side
from app.organisation.operations import close_committee
from app.organisation.viewers import with_standing
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
    assert of(cast.karin) == ["briefing.group"]
    (duty,) = [duty for duty in duties.of(cast.karin) if duty.code == "briefing.group"]
    assert (duty.since, duty.due_on) == (today(), None)


def test_once_it_is_heard_anew_nobody_is_asked_to_open_another(cast):
    closed(cast)
    revise_goal(cast.draft, by=cast.karin, measure="Opkald i alt")
    opened(cast)
    assert of(cast.karin) == ["hearing.answer"]


def test_an_owner_who_may_not_close_is_not_asked_to(cast):
    hearing = opened(cast, committee=cast.top)
    own(cast.draft, cast.emma)
    with clock.at(now() + timedelta(days=15)):
        assert of(cast.emma) == []
        people = {duty.user_id for duty in duties.of_everybody() if duty.subject == ("hearing", hearing.id)}
        assert people == {cast.karin.id, cast.mette.id, cast.frederik.id}


@operation("test.owned")
def own(goal, user):
    goal.owner_id = user.id
    record("test.owned", goal, by=user)


def test_a_closed_committee_asks_for_nothing(cast):
    opened(cast)
    close_committee(cast.local, by=cast.ida)
    assert of(with_standing(cast.trine)) == []
    assert [duty for duty in duties.of_everybody() if duty.code == "hearing.answer"] == []


def test_ten_hearings_take_no_more_queries_than_two(cast, counted):
    for number in range(10):
        goal = added(cast, number)
        closed(cast, goal=goal)
        revise_goal(goal, by=cast.karin, measure=f"Andet {number}")
        if number == 1:
            session().expire_all()
            few = counted(lambda: duties.of(cast.karin))
    session().expire_all()
    assert counted(lambda: duties.of(cast.karin)) <= few


def added(cast, number):
    return add_goal(title=f"Mål {number}", unit_id=cast.service.id, owner_id=cast.karin.id, by=cast.karin)


@pytest.fixture
def counted(app):
    def count(do):
        statements = []
        listen = lambda *args: statements.append(args[2])  # noqa: E731
        event.listen(db.engine, "before_cursor_execute", listen)
        do()
        event.remove(db.engine, "before_cursor_execute", listen)
        return len(statements)

    return count
