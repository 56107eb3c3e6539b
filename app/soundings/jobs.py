"""Closing the rounds whose last day is past."""

from __future__ import annotations

from app.core.clock import today
from app.core.jobs import Job
from app.soundings.operations import close_sounding
from app.soundings.queries import get_sounding, overdue


def close_due() -> int:
    """Close every round that is over; how many."""
    found = [sounding for key in overdue(today()) if (sounding := get_sounding(key)) is not None]
    return sum(close_sounding(sounding, by=None) for sounding in found)


JOBS: dict[str, Job] = {"soundings.close_due": close_due}
