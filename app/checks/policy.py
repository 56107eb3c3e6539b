"""Who may set a finding aside. Everybody who is signed in reads the service check: the register is open."""

from __future__ import annotations

from app.core.access import rule
from app.core.languages import lazy
from app.goals.models import Goal
from app.goals.policy import may_revise
from app.people.models import User


@rule(lazy("Only the safety organisation and those who may revise the goal can set a finding aside or take that back."))
def may_set_aside(user: User, goal: Goal) -> bool:
    return may_revise(user, goal)
