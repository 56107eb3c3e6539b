"""Who is told of a reading: all who sit in the committee in which it was made, and those who answer for the goal."""

from __future__ import annotations

from app.balances.models import Reading
from app.core.operation import tell
from app.goals.models import Goal
from app.goals.notices import people_of
from app.organisation.models import Committee
from app.organisation.queries import sitting_in
from app.people.models import User


def tell_of_reading(code: str, reading: Reading, goal: Goal, committee: Committee, *, by: User) -> None:
    for user_id in sorted(people_of(goal) | _sitting_in(committee)):
        tell(user_id, code, thing=reading, about=goal, by=by, committee=committee.name)


def tell_of_practice(code: str, reading: Reading, committee: Committee, *, by: User) -> None:
    for user_id in sorted(_sitting_in(committee)):
        tell(user_id, code, thing=reading, about=committee, by=by)


def _sitting_in(committee: Committee) -> set[int]:
    return {one.user_id for one in sitting_in([committee.id])}
