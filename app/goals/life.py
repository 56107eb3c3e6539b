"""The life of a goal: draft, in hearing, in force, retired; and from retired to a new draft."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.goals.models import Status

NEXT: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.IN_HEARING, Status.IN_FORCE, Status.RETIRED}),
    Status.IN_HEARING: frozenset({Status.DRAFT, Status.IN_FORCE, Status.RETIRED}),
    Status.IN_FORCE: frozenset({Status.IN_HEARING, Status.RETIRED}),
    Status.RETIRED: frozenset(),
}


def may_become(now: Status, then: Status) -> bool:
    return then in NEXT[now]


def is_announced(goal: Any, today: date) -> bool:
    """Whether the goal is decided but does not count yet."""
    return goal.status is Status.IN_FORCE and goal.takes_effect_on is not None and goal.takes_effect_on > today
