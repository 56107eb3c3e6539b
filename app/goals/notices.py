"""Who is told what about a goal."""

from __future__ import annotations

from app.core.operation import tell
from app.goals.models import Goal
from app.organisation.queries import nearest_leaders
from app.people.models import User


def people_of(goal: Goal) -> set[int]:
    """The keys of those who answer for a goal: its owner and the managers of its unit. Where there is none with an open
    account, the managers of the nearest unit above that has one; and else those who keep the register."""
    owners = {goal.owner_id} if goal.owner is not None and goal.owner.is_active else set()
    found = {key for key in owners if key} | {one.user_id for one in goal.unit.managers if one.user.is_active}
    return found or nearest_leaders(goal.unit)


def tell_people(goal: Goal, code: str, *, by: User | None) -> None:
    for user_id in sorted(people_of(goal)):
        tell(user_id, code, thing=goal, about=goal, by=by)
