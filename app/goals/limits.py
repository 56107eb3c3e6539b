"""By when a goal is taken up again at the latest: by its risk, and by what the rooms above know of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.core.clock import today
from app.goals.models import Goal
from app.goals.reviews import latest_review
from app.goals.settings import review_limits

# What else says by when, such as a high risk that was accepted for a while; hung up when the app is made.
DRAWN_BY: list[Callable[[Goal], date | None]] = []


def latest_allowed(goal: Goal) -> date | None:
    """The last day on which the goal may be taken up again; None where nothing says one."""
    days = [latest_review(goal.risk_level, today(), review_limits()), *(asked(goal) for asked in DRAWN_BY)]
    return min((day for day in days if day is not None), default=None)
