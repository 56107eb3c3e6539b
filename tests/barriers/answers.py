"""Barriers as the cast reports them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.barriers.models import Barrier, BarrierKind
from app.barriers.operations import assign_barrier, remove_barrier, report_barrier
from app.core.clock import today


def reported(cast: Any, by: Any = None, words: str = "Brevet er der ingen, der forstår.", goal: Any = None) -> Barrier:
    """What Emma has met at the goal in force, unless told otherwise."""
    return report_barrier(goal or cast.goal, by=by or cast.emma, words=words, kind=BarrierKind.PROCEDURES)


def assigned(cast: Any, owner: Any = None, days: int = 30, **kwargs: Any) -> Barrier:
    """A barrier that Trine, or another, is to take away."""
    barrier = reported(cast, **kwargs)
    assign_barrier(barrier, by=cast.karin, owner=owner or cast.trine, due_on=today() + timedelta(days=days))
    return barrier


def removed(cast: Any, **kwargs: Any) -> Barrier:
    barrier = assigned(cast, **kwargs)
    remove_barrier(barrier, by=cast.karin, how="Brevet er skrevet om.", removed_on=today())
    return barrier
