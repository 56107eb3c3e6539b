"""Who may do what to goals, person by person."""

import pytest

from app.goals.models import Status
from app.goals.policy import may_add, may_add_in, may_retire, may_revise, may_start, may_take_up
from app.organisation.viewers import with_standing
from tests.goals.answers import set_on

EVERYBODY = ("ida", "mette", "karin", "otto", "trine", "frederik", "emma", "mads", "bo")


def those(cast, rule, *things):
    return {name for name in EVERYBODY if rule(getattr(cast, name), *things)}


def test_who_adds_goals_and_where(cast):
    assert those(cast, may_add) == {"ida", "mette", "karin", "otto"}
    assert those(cast, may_add_in, cast.service) == {"ida", "mette", "karin"}
    assert those(cast, may_add_in, cast.roads) == {"ida", "otto"}
    assert those(cast, may_add_in, cast.root) == {"ida"}


@pytest.mark.parametrize(
    ("rule", "statuses"),
    [
        (may_revise, {Status.DRAFT, Status.IN_HEARING, Status.IN_FORCE}),
        (may_start, {Status.DRAFT, Status.IN_HEARING}),
        (may_retire, {Status.DRAFT, Status.IN_HEARING, Status.IN_FORCE}),
        (may_take_up, {Status.RETIRED}),
    ],
)
def test_each_step_at_its_time_by_those_who_answer_for_it(cast, rule, statuses):
    for status in Status:
        set_on(cast.goal, by=cast.ida, status=status)
        expected = {"ida", "mette", "karin"} if status in statuses else set()
        assert those(cast, rule, cast.goal) == expected, status


def test_a_manager_who_owns_a_goal_elsewhere_answers_for_it(cast):
    set_on(cast.goal, by=cast.ida, owner_id=cast.otto.id)
    assert those(cast, may_revise, cast.goal) == {"ida", "mette", "karin", "otto"}


def test_owning_a_goal_makes_nobody_a_manager(cast):
    for name in ("trine", "emma", "mads"):
        set_on(cast.goal, by=cast.ida, owner_id=getattr(cast, name).id)
        assert name not in those(cast, may_revise, cast.goal)


def test_a_manager_without_a_unit_adds_nothing(cast):
    set_on(cast.bo, by=cast.ida, role="manager")
    assert not may_add(with_standing(cast.bo))
