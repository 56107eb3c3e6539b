"""The goal above a goal: typed by its number, because there may be thousands."""

from __future__ import annotations

import re

from app.core.languages import gettext as _
from app.goals.models import Goal, Status
from app.goals.queries import find_by_number, find_goal, get_goal, goals_that_may_stand_above
from app.people.models import User

SUGGESTED = 40
TYPED = re.compile(r"\s*(?:M-?\s*)?0*(\d{1,9})\b", re.IGNORECASE)


def label_for(user: User, goal: Goal) -> str:
    """A goal's number and title; the number alone where the person can't see the goal."""
    return f"{goal.code} {goal.title}" if find_goal(user, goal_id=goal.id) else goal.code


def suggestions(user: User, goal: Goal | None) -> list[str]:
    found = goals_that_may_stand_above(user, goal.unit if goal is not None else None, SUGGESTED)
    return [f"{other.code} {other.title}" for other in found if other is not goal]


def read(user: User, goal: Goal | None, typed: str) -> tuple[int, str]:
    """(id, label) of the goal whose number was typed. ValueError says why it can't stand above this one."""
    match = TYPED.match(typed)
    number = int(match[1]) if match else 0
    now = goal.parent if goal is not None else None
    if now is not None and now.number == number:
        return now.id, label_for(user, now)
    found = find_by_number(user, number)
    if found is None:
        raise ValueError(_("No goal has that number. Write it as in the register, such as M-0042."))
    if found.status is Status.RETIRED:
        raise ValueError(_("%(code)s is retired. Choose another goal, or none.", code=found.code))
    if goal is not None and _lies_under(found, goal):
        raise ValueError(_("%(code)s is the goal itself or lies below it. Choose another one.", code=found.code))
    return found.id, f"{found.code} {found.title}"


def _lies_under(found: Goal, goal: Goal) -> bool:
    above: Goal | None = found
    while above is not None:
        if above.id == goal.id:
            return True
        above = get_goal(above.parent_id) if above.parent_id is not None else None
    return False
