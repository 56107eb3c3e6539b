import pytest

from app.goals.models import Status
from app.goals.operations import add_goal, retire_goal
from app.goals.queries import find_by_number, find_goal, goals_that_may_stand_above, goals_under, unit_options_for
from tests.goals.answers import set_on

SEES_DRAFT = {"ida", "karin", "mette", "trine", "frederik"}
EVERYBODY = ("ida", "mette", "karin", "otto", "trine", "frederik", "emma", "mads", "bo")


@pytest.mark.parametrize("name", EVERYBODY)
def test_drafts_are_for_those_who_work_on_them(cast, name):
    user = getattr(cast, name)
    assert (find_goal(user, goal_id=cast.draft.id) is not None) is (name in SEES_DRAFT)
    assert (find_by_number(user, cast.draft.number) is not None) is (name in SEES_DRAFT)
    assert find_goal(user, goal_id=cast.goal.id) is not None


@pytest.mark.parametrize("status", [Status.IN_HEARING, Status.IN_FORCE, Status.RETIRED])
def test_everyone_sees_the_rest(cast, status):
    set_on(cast.draft, by=cast.ida, status=status)
    assert all(find_goal(getattr(cast, name), goal_id=cast.draft.id) for name in EVERYBODY)


def test_who_owns_or_began_a_draft_sees_it(cast):
    goal = add_goal(by=cast.otto, title="Andetsteds", unit_id=cast.service.id, owner_id=cast.bo.id)
    assert find_goal(cast.otto, goal_id=goal.id)
    assert find_goal(cast.bo, goal_id=goal.id)
    assert not find_goal(cast.emma, goal_id=goal.id)


def test_below_a_goal_stand_only_those_one_sees(cast):
    set_on(cast.draft, by=cast.ida, parent_id=cast.goal.id)
    assert goals_under(cast.karin, cast.goal) == [cast.draft]
    assert goals_under(cast.bo, cast.goal) == []


def test_suggested_above_are_goals_of_the_unit_and_those_over_it(cast):
    high = add_goal(by=cast.ida, title="Hele kommunen", unit_id=cast.root.id)
    set_on(high, by=cast.ida, status=Status.IN_FORCE)
    beside = add_goal(by=cast.ida, title="Vejene", unit_id=cast.roads.id)
    assert goals_that_may_stand_above(cast.ida, cast.service, 10) == [high, cast.goal, cast.draft]
    assert beside in goals_that_may_stand_above(cast.ida, None, 10)
    assert goals_that_may_stand_above(cast.ida, None, 1) == [high]
    retire_goal(high, by=cast.ida, reason="Nået")
    assert high not in goals_that_may_stand_above(cast.ida, cast.service, 10)


def test_units_to_add_goals_in(cast):
    assert [name for _key, name in unit_options_for(cast.mette)] == ["Borgerservice", "Center for Borgere"]
    assert unit_options_for(cast.bo) == []
    assert len(unit_options_for(cast.ida)) == 4


def test_what_free_text_finds_a_goal_by(cast):
    set_on(cast.goal, by=cast.ida, note="Bemærkning")
    for word in ("M-0001", "Kortere vej", "unødigt", "Hele teamet", "Bemærkning"):
        assert word in cast.goal.search_text()
