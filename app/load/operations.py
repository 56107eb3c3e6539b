"""The verbs on goals that pull against each other."""

from __future__ import annotations

from app.core.clock import now, today
from app.core.db import lock, session
from app.core.operation import Stale, check_version, operation, record
from app.goals.models import Goal
from app.load.models import Tension
from app.load.notices import tell_responsible
from app.load.queries import open_between
from app.people.models import User


class AlreadyMarked(ValueError):
    """The pair is marked, and nobody has ended it."""


class WithItself(ValueError):
    """A goal can't pull against itself."""


@operation("tension.marked")
def mark_tension(goal: Goal, other: Goal, *, by: User, words: str) -> Tension:
    """Mark that two goals pull against each other, and how."""
    if goal.id == other.id:
        raise WithItself(goal.code)
    lower, higher = sorted((goal, other), key=lambda one: one.id)
    lock(f"tension:{lower.id}:{higher.id}")
    if open_between(lower.id, higher.id) is not None:
        raise AlreadyMarked(f"{lower.code} {higher.code}")
    tension = Tension(goal=lower, other=higher, words=words, marked_by=by, marked_at=now())
    tension.goal_id, tension.other_id = lower.id, higher.id
    session().add(tension)
    _record("tension.marked", tension, by)
    tell_responsible(tension, "tension.marked", by=by)
    return tension


@operation("tension.ended")
def end_tension(tension: Tension, *, by: User, words: str, version: int | None = None) -> None:
    """Say that the two no longer pull against each other, and why. Stale when somebody has ended it already."""
    check_version(tension, version)
    if tension.ended_on is not None:
        raise Stale(tension)
    tension.ended_on, tension.ended_by, tension.ended_words = today(), by, words
    _record("tension.ended", tension, by)
    tell_responsible(tension, "tension.ended", by=by, also=frozenset({tension.marked_by_id}))


def _record(code: str, tension: Tension, by: User) -> None:
    """It stands in the history of both goals."""
    for goal in (tension.goal, tension.other):
        record(code, tension, by=by, about=goal, other=tension.facing(goal).code)
