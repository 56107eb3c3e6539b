"""The three-year mark: pure. Every condition of the work environment is to be mapped at least every third year."""

from __future__ import annotations

import enum
from datetime import date

from app.goals.reviews import months_later

SOON = 6  # months before the mark


class Mark(enum.StrEnum):
    FINE = "fine"
    SOON = "soon"
    OVERDUE = "overdue"
    NEVER = "never"


def due_on(last: date | None, years: int) -> date | None:
    """The day by which what was last mapped then is to be mapped again."""
    return None if last is None else months_later(last, 12 * years)


def mark_of(last: date | None, today: date, years: int) -> Mark:
    due = due_on(last, years)
    if due is None:
        return Mark.NEVER
    if due < today:
        return Mark.OVERDUE
    return Mark.SOON if due <= months_later(today, SOON) else Mark.FINE
