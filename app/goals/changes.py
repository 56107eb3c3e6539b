"""How a goal differs from a version of it that was kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.core.history import Difference, between
from app.goals.models import Goal
from app.goals.substance import FIELDS, snapshot


def changed_since(frozen: Mapping[str, Any] | None, goal: Goal) -> tuple[list[Difference], list[Difference]]:
    """What has changed since that version, in substance and beside it; nothing where no version was kept."""
    kept, now = frozen or {}, snapshot(goal)
    substance = {name: value for name, value in kept.items() if name in FIELDS}
    beside = {name: value for name, value in kept.items() if name not in FIELDS}
    return between("goal", substance, now), between("goal", beside, now)
