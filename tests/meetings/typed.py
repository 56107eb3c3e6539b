"""What people type when they plan meetings."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from app.core.clock import today
from app.core.formats import typed_day
from app.core.holidays import is_free


def workday(days: int) -> date:
    """A day so many days ahead on which people work, outside the pause, or the next such day."""
    day = today() + timedelta(days=days)
    while is_free(day) or day.month == 7:
        day += timedelta(days=1)
    return day


def day(days: int) -> str:
    return typed_day(workday(days))


def planned(**changed: Any) -> dict[str, Any]:
    return {
        "kind": "ordinary", "held_on": day(30), "begins": "9.00", "ends": "11.30", "place": "Mødelokale 2",
        "note": "Læs målene igennem.",
    } | changed  # fmt: skip
