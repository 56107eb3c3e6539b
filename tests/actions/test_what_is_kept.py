"""What no edit, no retired goal and no filter may do away with, or give away."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.actions import operations as does
from app.actions.duties import due, risen
from app.actions.models import ActionKind, ActionStatus, Worked
from app.actions.policy import may_check
from app.actions.queries import responsible_options
from app.core.clock import today
from app.core.formats import typed_day
from app.goals.operations import add_goal, retire_goal
from app.organisation.viewers import with_standing
from tests.actions.answers import acted, typed

LATE = {"due_on": today() - timedelta(days=30)}


def test_what_is_done_keeps_a_day_for_its_check(page, cast):
    action = acted(cast, status=ActionStatus.DONE)
    day = action.check_on
    does.revise_action(action, by=cast.karin, goals=[cast.goal], strains=[], check_on=None, title="Et nyt navn")
    assert (action.title, action.check_on) == ("Et nyt navn", day)


@pytest.mark.parametrize("begun", [{"status": ActionStatus.DONE}, {"from_on": today()}])
def test_an_experiment_that_has_begun_stays_one(page, cast, begun):
    action = acted(cast, kind=ActionKind.EXPERIMENT, hypothesis="Færre opkald.", **begun)
    with pytest.raises(does.StaysExperiment):
        does.revise_action(action, by=cast.karin, goals=[cast.goal], strains=[], kind=ActionKind.ACTION)
    answer = page(cast.karin).post(f"/actions/{action.id}/edit", typed(cast, version=str(action.version)))
    assert "The experiment has begun, so it is closed as one" in answer.words


def test_one_that_has_not_begun_may_become_an_action(cast):
    action = acted(cast, kind=ActionKind.EXPERIMENT, from_on=today() + timedelta(days=3))
    does.revise_action(action, by=cast.karin, goals=[cast.goal], strains=[], kind=ActionKind.ACTION)
    assert action.kind is ActionKind.ACTION


def test_nobody_looks_in_a_hundred_years(page, cast):
    far = typed_day(today() + timedelta(days=900))
    assert "more than two years ahead" in page(cast.karin).post("/actions/add", typed(cast, check_on=far)).words
    action = acted(cast)
    said = {"done_on": typed_day(today()), "check_on": far, "version": str(action.version)}
    assert "more than two years ahead" in page(cast.karin).post(f"/actions/{action.id}/finish", said).words


def test_what_is_taken_up_again_is_due_from_today_on(page, cast):
    action = acted(cast, status=ActionStatus.CLOSED, worked=Worked.NO)
    said = {"due_on": typed_day(today() - timedelta(days=1)), "version": str(action.version)}
    assert "The day lies behind." in page(cast.karin).post(f"/actions/{action.id}/reopen", said).words


def test_an_administrator_is_neither_offered_nor_lets_one_keep_it(page, cast):
    answer = page(cast.karin).post("/actions/add", typed(cast, responsible_id=str(cast.mads.id)))
    assert "Choose one of the answers." in answer.words
    assert not may_check(cast.mads, acted(cast, responsible=cast.mads, status=ActionStatus.DONE))


def test_the_filters_tell_nothing_of_what_is_hidden(page, cast):
    acted(cast, goals=[cast.goal, cast.draft], responsible=cast.karin, title="Den fælles")
    acted(cast, goals=[cast.draft], responsible=cast.otto, title="Den skjulte")
    assert "Den fælles" in page(cast.karin).get(f"/actions?goal={cast.draft.id}").words
    assert "Den fælles" not in page(cast.bo).get(f"/actions?goal={cast.draft.id}").words
    assert "Den fælles" in page(cast.bo).get(f"/actions?goal={cast.goal.id}").words
    names = {name for _key, name in responsible_options(with_standing(cast.bo))}
    assert names == {cast.karin.name}


def test_an_action_whose_goals_are_all_retired_waits_for_nobody(cast):
    goal = add_goal(title="Opkald pr. time", unit_id=cast.service.id, owner_id=cast.karin.id, by=cast.ida)
    acted(cast, goals=[goal], **LATE)
    both = acted(cast, goals=[goal, cast.goal], **LATE)
    alone = acted(cast, goals=[], **LATE)
    retire_goal(goal, by=cast.ida, reason="Ingen brugte tallet.")
    assert {duty.subject[1] for duty in due(with_standing(cast.karin), today())} == {both.id, alone.id}
    assert {duty.subject[1] for duty in risen(None, today())} == {both.id, alone.id}


def test_nothing_that_is_mine_is_cut_by_what_is_others(cast):
    for _number in range(60):
        acted(cast, responsible=cast.karin, due_on=today() - timedelta(days=60))
    mine = acted(cast, responsible=cast.otto, unit=cast.service, **LATE)
    [found] = due(with_standing(cast.otto), today())
    assert found.subject == ("action", mine.id)
