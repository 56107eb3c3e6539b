"""The steps of prevention, asked from the top: pure."""

from __future__ import annotations

from app.actions.models import Step

HIGHEST = Step.CHANGE_GOAL
LOWEST = frozenset({Step.SUPPORT, Step.TRAIN})  # they leave the goal as it is, so the choice must be explained


def asks_why(step: Step | None) -> bool:
    """Whether there were higher steps that one may ask about."""
    return step is not None and step is not HIGHEST


def must_say_why(step: Step | None) -> bool:
    return step in LOWEST
