"""Who may assess what a goal does to the work environment."""

from __future__ import annotations

from app.core.access import rule
from app.core.languages import lazy
from app.goals.models import Goal
from app.people.models import User
from app.risks.assessors import assesses


@rule(lazy("Only those who can revise the goal, and representatives in a committee of its area, can assess it."))
def may_assess(user: User, goal: Goal) -> bool:
    return assesses(user, goal)
