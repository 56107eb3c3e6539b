"""Who may read the balances of a goal."""

from __future__ import annotations

from app.core.access import rule
from app.core.languages import lazy
from app.goals.models import Goal
from app.goals.policy import may_revise
from app.people.models import User


@rule(lazy("Only those who can revise the goal can read its balances, until it is retired."))
def may_read_balances(user: User, goal: Goal) -> bool:
    return may_revise(user, goal)
