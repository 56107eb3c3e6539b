"""The days that count backwards from a meeting."""

from __future__ import annotations

from datetime import date, timedelta


def proposals_by(held_on: date, proposal_days: int) -> date:
    """The last day on which an item can be proposed for a meeting."""
    return held_on - timedelta(days=proposal_days)


def agenda_by(held_on: date, agenda_days: int) -> date:
    """The last day on which a meeting is called in time."""
    return held_on - timedelta(days=agenda_days)


def days_short(called_on: date, held_on: date, agenda_days: int) -> int:
    """How many days too late a meeting is called that day; 0 when it is in time."""
    return max(0, (called_on - agenda_by(held_on, agenda_days)).days)
