"""Who sees a goal that is still a draft: pure, from where a person stands."""

from __future__ import annotations

from app.goals.models import Goal
from app.organisation.standing import standing_of
from app.people.models import Role, User


def sees_draft(user: User, goal: Goal) -> bool:
    """Whether a goal that is still a draft is for that person to see: the same as `queries.visible_to` says in SQL."""
    standing = standing_of(user)
    own = user.id in {goal.owner_id, goal.created_by_id}
    return user.role is Role.SAFETY or own or standing.leads(goal.unit) or standing.sits_over(goal.unit)
