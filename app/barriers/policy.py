"""Who may report a barrier, give it an owner, and say what became of it."""

from __future__ import annotations

from app.barriers.models import Barrier
from app.core.access import rule
from app.core.languages import lazy
from app.goals.models import Goal
from app.goals.policy import answers_for, may_revise
from app.people.models import Role, User


@rule(lazy("Everyone who can see the goal can report a barrier, except administrators."))
def may_report(user: User, _goal: Goal) -> bool:
    return user.role is not Role.ADMINISTRATOR


@rule(lazy("Only those who can revise the goal can say who takes an open barrier away."))
def may_assign(user: User, barrier: Barrier) -> bool:
    return barrier.is_open and may_revise(user, barrier.goal)


@rule(lazy("Only the one who takes the barrier away and those who answer for the goal can say what became of it."))
def may_settle(user: User, barrier: Barrier) -> bool:
    return barrier.is_open and _is_theirs(user, barrier)


@rule(
    lazy(
        "Only the one who reported the barrier, the one who took it away and those who answer for the goal "
        "can say that it is there again."
    )
)
def may_reopen(user: User, barrier: Barrier) -> bool:
    reported = user.id == barrier.reported_by_id and user.role is not Role.ADMINISTRATOR
    return reported or _is_theirs(user, barrier)


def _is_theirs(user: User, barrier: Barrier) -> bool:
    owns = user.id == barrier.owner_id and user.role is not Role.ADMINISTRATOR
    return owns or answers_for(user, barrier.goal)
