"""Who sees an action and which of its goals: pure, the same as `queries.visible_to` says in SQL."""

from __future__ import annotations

from app.actions.models import Action
from app.goals.models import Goal, Status
from app.goals.sight import sees_draft
from app.organisation.standing import standing_of
from app.people.models import Role, User


def sees_goal(user: User, goal: Goal) -> bool:
    return goal.status is not Status.DRAFT or sees_draft(user, goal)


def goals_for(user: User, action: Action) -> list[Goal]:
    """The goals of an action that the person sees; a draft is not for everybody."""
    return [goal for goal in action.goals if sees_goal(user, goal)]


def sees(user: User, action: Action) -> bool:
    """Who sees a goal of the action; an action without a goal is for everybody. And always those who answer for it."""
    if user.role is Role.SAFETY or action.responsible_id == user.id or standing_of(user).leads(action.unit):
        return True
    return not action.goals or bool(goals_for(user, action))
