"""Who is told what about an action."""

from __future__ import annotations

from app.actions.models import Action
from app.core.operation import tell
from app.goals.notices import people_of
from app.people.models import User


def tell_given(action: Action, *, by: User) -> None:
    if action.responsible_id is not None:
        tell(action.responsible_id, "action.given", thing=action, about=action, by=by)


def tell_taken(action: Action, user_id: int | None, *, by: User) -> None:
    """The one who was responsible until now."""
    if user_id is not None:
        tell(user_id, "action.taken", thing=action, about=action, by=by)


def tell_all(action: Action, code: str, *, by: User) -> None:
    """The one responsible, and those who answer for its goals."""
    told = {action.responsible_id} | {key for goal in action.goals for key in people_of(goal)}
    for user_id in sorted(key for key in told if key is not None):
        tell(user_id, code, thing=action, about=action, by=by)
