"""Who is told about an effect, and never with its words."""

from __future__ import annotations

from app.core.operation import tell
from app.effects.models import Effect
from app.goals.notices import people_of
from app.people.models import User


def tell_responsible(effect: Effect, *, by: User) -> None:
    for user_id in sorted(people_of(effect.goal)):
        tell(user_id, "effect.reported", thing=effect, about=effect.goal, by=by)


def tell_reporter(effect: Effect, *, by: User) -> None:
    tell(effect.reported_by_id, "effect.answered", thing=effect, about=effect.goal, by=by)
