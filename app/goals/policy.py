"""Who may do what to goals."""

from __future__ import annotations

from app.core.access import rule
from app.core.languages import lazy
from app.goals.models import Goal, Status
from app.organisation.models import Unit
from app.organisation.standing import standing_of
from app.people.models import Role, User

BEFORE_START = frozenset({Status.DRAFT, Status.IN_HEARING})


@rule(lazy("Only the safety organisation and managers can add goals."))
def may_add(user: User) -> bool:
    return user.role is Role.SAFETY or bool(standing_of(user).led_paths)


@rule(lazy("Only the safety organisation and those who lead the unit can add goals to it."))
def may_add_in(user: User, unit: Unit) -> bool:
    return user.role is Role.SAFETY or standing_of(user).leads(unit)


@rule(
    lazy(
        "Only the safety organisation, those who lead the unit, and the owner can revise this goal, "
        "until it is retired."
    )
)
def may_revise(user: User, goal: Goal) -> bool:
    return goal.status is not Status.RETIRED and answers_for(user, goal)


@rule(lazy("Only the safety organisation and those who answer for the unit can put a goal in force."))
def may_start(user: User, goal: Goal) -> bool:
    return goal.status in BEFORE_START and answers_for(user, goal)


@rule(lazy("Only the safety organisation and those who answer for the unit can retire this goal."))
def may_retire(user: User, goal: Goal) -> bool:
    return goal.status is not Status.RETIRED and answers_for(user, goal)


@rule(lazy("Only the safety organisation and those who answer for the unit can take a retired goal up again."))
def may_take_up(user: User, goal: Goal) -> bool:
    return goal.status is Status.RETIRED and answers_for(user, goal)


def answers_for(user: User, goal: Goal) -> bool:
    """Whether the person keeps the register, leads the goal's unit or owns the goal as a manager."""
    if user.role is Role.SAFETY:
        return True
    return user.role is Role.MANAGER and (standing_of(user).leads(goal.unit) or goal.owner_id == user.id)
