"""Who is told of goals that pull against each other, and never with the words."""

from __future__ import annotations

from app.core.operation import tell
from app.goals.notices import people_of
from app.load.models import Tension
from app.people.models import User


def tell_responsible(tension: Tension, code: str, *, by: User, also: frozenset[int] = frozenset()) -> None:
    """Tell those who answer for either goal, each once and about the goal that they answer for."""
    told: set[int] = set()
    for goal, people in (
        (tension.goal, people_of(tension.goal)),
        (tension.other, people_of(tension.other)),
        (tension.goal, also),
    ):
        for user_id in sorted(set(people) - told):
            tell(user_id, code, thing=tension, about=goal, by=by, other=tension.facing(goal).code)
        told |= set(people)
