"""The verbs on barriers."""

from __future__ import annotations

from datetime import date

from app.barriers.models import Barrier, BarrierKind, BarrierStatus
from app.barriers.notices import tell_concerned, tell_owner, tell_responsible
from app.core.clock import now
from app.core.db import session
from app.core.operation import Stale, check_version, operation, record
from app.goals.models import Goal
from app.organisation.sides import side_of
from app.people.models import User


@operation("barrier.reported")
def report_barrier(goal: Goal, *, by: User, words: str, kind: BarrierKind) -> Barrier:
    """Say what stands in the way of good work around the goal."""
    barrier = Barrier(
        goal=goal, words=words, kind=kind, reported_by=by, reported_at=now(), side=side_of(by, goal.unit),
        status=BarrierStatus.OPEN,
    )  # fmt: skip
    session().add(barrier)
    record("barrier.reported", barrier, by=by, about=goal)
    tell_responsible(barrier, by=by)
    return barrier


@operation("barrier.assigned")
def assign_barrier(barrier: Barrier, *, by: User, owner: User, due_on: date, version: int | None = None) -> None:
    """Say who takes the barrier away, and by when."""
    _check_open(barrier, version)
    if (barrier.owner, barrier.due_on) == (owner, due_on):
        return
    is_new = barrier.owner is not owner
    barrier.owner, barrier.owner_id, barrier.due_on = owner, owner.id, due_on
    record("barrier.assigned", barrier, by=by, about=barrier.goal)
    if is_new:
        tell_owner(barrier, by=by)


@operation("barrier.removed")
def remove_barrier(barrier: Barrier, *, by: User, how: str, removed_on: date, version: int | None = None) -> None:
    """Say that the barrier is gone, since when, and what was done."""
    _check_open(barrier, version)
    barrier.status, barrier.how, barrier.removed_on = BarrierStatus.REMOVED, how, removed_on
    record("barrier.removed", barrier, by=by, about=barrier.goal)
    tell_concerned(barrier, "barrier.removed", by=by)


@operation("barrier.kept")
def keep_barrier(barrier: Barrier, *, by: User, reason: str, version: int | None = None) -> None:
    """Say that the barrier stays, and why."""
    _check_open(barrier, version)
    barrier.status, barrier.reason = BarrierStatus.STAYS, reason
    record("barrier.kept", barrier, by=by, about=barrier.goal)
    tell_concerned(barrier, "barrier.kept", by=by)


@operation("barrier.reopened")
def reopen_barrier(barrier: Barrier, *, by: User) -> None:
    """Say that the barrier is in the way again; nothing happens where it still is."""
    if barrier.is_open:
        return
    barrier.status, barrier.removed_on = BarrierStatus.OPEN, None
    record("barrier.reopened", barrier, by=by, about=barrier.goal)
    tell_concerned(barrier, "barrier.reopened", by=by)


def _check_open(barrier: Barrier, version: int | None) -> None:
    check_version(barrier, version)
    if not barrier.is_open:
        raise Stale(barrier)
