"""What waits because of actions: to tell how they go, to check whether they worked, and what has risen to a manager."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from app.actions import queries
from app.actions.models import Action, ActionStatus
from app.core.duties import Duty, Words
from app.core.languages import lazy
from app.core.settings import setting
from app.organisation.queries import Leaders, leaders_over
from app.organisation.viewers import open_accounts
from app.people.models import User

MOST = 50  # rows of one kind on one person's desk
AHEAD = timedelta(days=30)

WORDS = {
    "action.due": Words(lazy("The action is to be done."), lazy("Tell how it goes"), "action"),
    "action.check": Words(
        lazy("The action is done. Look whether it worked, so that it can be closed."), lazy("Check the effect"), "check"
    ),
    "action.risen": Words(
        lazy("The action is overdue, and %(name)s is responsible for it."), lazy("Look at it"), "lift"
    ),
    "action.risen_alone": Words(
        lazy("The action is overdue, and nobody is responsible for it."), lazy("Look at it"), "lift"
    ),
}


def due(user: User | None, today: date) -> list[Duty]:
    """Actions to be done or checked within a month, for whoever is responsible; where nobody is, the nearest leader."""
    found = queries.waiting(user, today + AHEAD)
    leaders = _leaders(found)
    return _for(user, [(_to_do(action, key), key) for action in found for key in sorted(_responsible(action, leaders))])


def risen(user: User | None, today: date) -> list[Duty]:
    """Actions that have been overdue too long, for the nearest leader who is not responsible for them."""
    found = queries.risen(user, today - timedelta(days=setting("action_rise_days")))
    leaders = _leaders(found)
    return _for(user, [(_has_risen(action, key), key) for action in found for key in sorted(_above(action, leaders))])


def _leaders(actions: Sequence[Action]) -> Leaders:
    return leaders_over([action.unit for action in actions]) if actions else Leaders([], frozenset())


def _responsible(action: Action, leaders: Leaders) -> set[int]:
    if action.responsible is not None and action.responsible.is_active:
        return {action.responsible.id}
    return leaders.nearest(action.unit)


def _above(action: Action, leaders: Leaders) -> set[int]:
    return leaders.nearest(action.unit, besides=_responsible(action, leaders))


def _for(user: User | None, found: list[tuple[Duty, int]]) -> list[Duty]:
    if user is not None:
        return [duty for duty, key in found if key == user.id][:MOST]
    people = {one.id for one in open_accounts({key for _duty, key in found})}
    return [duty for duty, key in found if key in people]


def _to_do(action: Action, user_id: int) -> Duty:
    checks = action.status is ActionStatus.DONE
    code, endpoint = ("action.check", "actions.check") if checks else ("action.due", "actions.progress")
    return _duty(action, user_id, code, endpoint, action.check_on if checks else action.due_on)


def _has_risen(action: Action, user_id: int) -> Duty:
    code = "action.risen" if action.responsible else "action.risen_alone"
    return _duty(action, user_id, code, "actions.show", action.due_on)


def _duty(action: Action, user_id: int, code: str, endpoint: str, due_on: date | None) -> Duty:
    name = action.responsible.name if action.responsible else ""
    return Duty(
        user_id, code, ("action", action.id), ("action", action.id), str(action), endpoint, {"action_id": action.id},
        due_on=due_on, data={"name": name},
    )  # fmt: skip


SOURCES = (due, risen)
