"""Who may assess what a goal does to the work environment."""

from __future__ import annotations

from app.core.access import rule
from app.core.languages import lazy
from app.goals.models import Goal, Status
from app.goals.policy import answers_for
from app.people.models import User
from app.risks.assessors import assesses


@rule(lazy("Only those who can revise the goal, and representatives in a committee of its area, can assess it."))
def may_assess(user: User, goal: Goal) -> bool:
    return assesses(user, goal)


@rule(lazy("Only the safety organisation and those who answer for a goal not retired can accept its high risks."))
def may_accept(user: User, goal: Goal) -> bool:
    return goal.status is not Status.RETIRED and answers_for(user, goal)
