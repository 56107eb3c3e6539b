"""When a goal is taken up again: pure rules on dates."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date

from app.goals.models import RiskLevel

SHORTEST, LONGEST = 1, 36  # months between reviews
# The longest time to the next review, in months, where nothing else is chosen.
BY_RISK = {RiskLevel.LOW: 12, RiskLevel.MEDIUM: 6, RiskLevel.HIGH: 3}


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def is_overdue(next_review_on: date | None, today: date) -> bool:
    return next_review_on is not None and next_review_on < today


def latest_review(risk: RiskLevel | None, today: date, months: Mapping[RiskLevel, int] = BY_RISK) -> date | None:
    """The last day on which a goal with that risk may be taken up again; None where nobody has assessed it."""
    return None if risk is None else months_later(today, months[risk])


def not_later_than(wanted: date | None, today: date, months: int) -> date:
    """The wanted date, or the last one that a rhythm of so many months allows, whichever comes first."""
    latest = months_later(today, months)
    return latest if wanted is None else min(wanted, latest)
