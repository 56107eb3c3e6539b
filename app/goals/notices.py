"""Who is told what about a goal."""

from __future__ import annotations

from app.core.operation import tell
from app.goals.models import Goal
from app.people.models import User


def people_of(goal: Goal) -> set[int]:
    """The keys of those who answer for a goal: its owner and the managers of its unit."""
    owners = {goal.owner_id} if goal.owner_id else set()
    return owners | {manager.user_id for manager in goal.unit.managers}


def tell_people(goal: Goal, code: str, *, by: User | None) -> None:
    for user_id in sorted(people_of(goal)):
        tell(user_id, code, thing=goal, about=goal, by=by)
