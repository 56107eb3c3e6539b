"""Who assesses a goal: asked by the rule of this room, and by its queries, which hide drafts from everybody else."""

from __future__ import annotations

from app.goals.models import Goal, Status
from app.goals.policy import may_revise
from app.organisation.standing import standing_of
from app.people.models import Role, User


def assesses(user: User, goal: Goal) -> bool:
    """Those who may revise the goal, and representatives in a committee that covers its unit, until it is retired."""
    if goal.status is Status.RETIRED:
        return False
    represents = user.role is Role.REPRESENTATIVE and standing_of(user).sits_over(goal.unit)
    return represents or may_revise(user, goal)
