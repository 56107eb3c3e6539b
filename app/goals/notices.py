"""Who is told what about a goal."""

from __future__ import annotations

from collections.abc import Collection

from app.core.operation import tell
from app.goals.models import Goal
from app.organisation.queries import leaders_over
from app.people.models import User


def people_of(goal: Goal) -> set[int]:
    """The keys of those who answer for a goal: its owner and the managers of its unit. Where there is none with an open
    account, the managers of the nearest unit above that has one; and else those who keep the register."""
    return people_of_each([goal])[goal.id]


def people_of_each(goals: Collection[Goal]) -> dict[int, set[int]]:
    """The same for several goals at once, by their keys, with no query for each."""
    found = {goal.id: _own_people(goal) for goal in goals}
    alone = [goal for goal in goals if not found[goal.id]]
    if alone:
        leaders = leaders_over([goal.unit for goal in alone])
        found |= {goal.id: leaders.nearest(goal.unit) for goal in alone}
    return found


def _own_people(goal: Goal) -> set[int]:
    owners = {goal.owner_id} if goal.owner is not None and goal.owner.is_active else set()
    return {key for key in owners if key} | {one.user_id for one in goal.unit.managers if one.user.is_active}


def tell_people(goal: Goal, code: str, *, by: User | None) -> None:
    for user_id in sorted(people_of(goal)):
        tell(user_id, code, thing=goal, about=goal, by=by)
