"""Unintended effects as the cast reports them."""

from __future__ import annotations

from typing import Any

from app.effects.models import Effect
from app.effects.operations import report_effect


def reported(cast: Any, by: Any = None, words: str = "Vi tager de nemme først.", goal: Any = None) -> Effect:
    """What Emma has seen at the goal in force, unless told otherwise."""
    return report_effect(goal or cast.goal, by=by or cast.emma, words=words)
