"""Who may add an action, and who may change one."""

from __future__ import annotations

from app.actions.models import UNCHECKED, Action, ActionStatus, Worked
from app.core.access import rule
from app.core.languages import lazy
from app.goals.models import Goal, Status
from app.goals.policy import may_revise
from app.organisation.models import Unit
from app.organisation.standing import standing_of
from app.people.models import Role, User


@rule(lazy("Only the safety organisation, managers, and representatives who sit in a committee can add an action."))
def may_add_action(user: User) -> bool:
    represents = user.role is Role.REPRESENTATIVE and bool(standing_of(user).seats)
    return represents or _manages(user)


@rule(
    lazy(
        "Only the safety organisation, managers, and representatives in a committee over the goal's unit "
        "can add an action to it, until it is retired."
    )
)
def may_treat(user: User, goal: Goal) -> bool:
    return goal.status is not Status.RETIRED and may_act_in(user, goal.unit)


@rule(
    lazy(
        "Only the safety organisation, managers, and representatives in a committee over the unit "
        "can add an action in it."
    )
)
def may_act_in(user: User, unit: Unit) -> bool:
    represents = user.role is Role.REPRESENTATIVE and standing_of(user).sits_over(unit)
    return represents or _manages(user)


@rule(
    lazy(
        "Only the one responsible, those who can revise one of its goals, those who lead its unit, and the safety "
        "organisation can change this action, until it is closed or dropped."
    )
)
def may_revise_action(user: User, action: Action) -> bool:
    return action.status in UNCHECKED and _keeps(user, action)


@rule(
    lazy(
        "Only the one responsible, those who can revise one of its goals, those who lead its unit, and the safety "
        "organisation can tell how this action goes, and only until it is done or dropped."
    )
)
def may_move(user: User, action: Action) -> bool:
    return action.is_open and _keeps(user, action)


@rule(
    lazy(
        "Only the one responsible, those who can revise one of its goals, those who lead its unit, and the safety "
        "organisation can check whether this action worked, and only once it is done."
    )
)
def may_check(user: User, action: Action) -> bool:
    return action.status is ActionStatus.DONE and _keeps(user, action)


@rule(
    lazy(
        "Only the one responsible, those who can revise one of its goals, those who lead its unit, and the safety "
        "organisation can take this action up again, and only when its check showed that it did not work."
    )
)
def may_reopen(user: User, action: Action) -> bool:
    return action.status is ActionStatus.CLOSED and action.worked is Worked.NO and _keeps(user, action)


def _manages(user: User) -> bool:
    return user.role is Role.SAFETY or (user.role is Role.MANAGER and bool(standing_of(user).led_paths))


def _keeps(user: User, action: Action) -> bool:
    if user.role is Role.ADMINISTRATOR:
        return False
    if user.role is Role.SAFETY or action.responsible_id == user.id or standing_of(user).leads(action.unit):
        return True
    return any(may_revise(user, goal) for goal in action.goals)
