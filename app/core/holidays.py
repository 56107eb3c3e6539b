"""Danish public holidays, as a calendar of meetings must know them. Store Bededag is none from 2024 on (act no. 214 of
6 March 2023)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from dateutil.easter import easter

from app.core.languages import lazy

AROUND_EASTER = (
    (-3, lazy("Maundy Thursday")),
    (-2, lazy("Good Friday")),
    (0, lazy("Easter Sunday")),
    (1, lazy("Easter Monday")),
    (39, lazy("Ascension Day")),
    (49, lazy("Whit Sunday")),
    (50, lazy("Whit Monday")),
)
FIXED = (
    (1, 1, lazy("New Year's Day")),
    (12, 25, lazy("Christmas Day")),
    (12, 26, lazy("Boxing Day")),
)
GREAT_PRAYER = (26, lazy("Great Prayer Day"))
LAST_GREAT_PRAYER = 2023
PAUSE = 7  # July: hardly anybody is there


def public_holidays(year: int) -> Mapping[date, Any]:
    """{day: lazy name} of the public holidays of a year, in their order. Where two fall on one day, the fixed one."""
    sunday = easter(year)
    moving = (*AROUND_EASTER, GREAT_PRAYER) if year <= LAST_GREAT_PRAYER else AROUND_EASTER
    found = {sunday + timedelta(days=days): name for days, name in moving}
    found |= {date(year, month, day): name for month, day, name in FIXED}
    return dict(sorted(found.items()))


def is_free(day: date) -> bool:
    """Whether hardly anybody works that day: a weekend or a public holiday."""
    return day.weekday() >= 5 or day in public_holidays(day.year)


def free_name(day: date) -> Any:
    """The lazy name of the public holiday on that day; None where it is none."""
    return public_holidays(day.year).get(day)
