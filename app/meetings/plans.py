"""Several meetings at once: what is wrong with a row of days, and last year's plan moved to the next. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from app.core.holidays import PAUSE, is_free
from app.meetings.models import MeetingKind

YEAR_OF_WEEKS = timedelta(weeks=52)
LONGEST_YEAR_OF_WEEKS = timedelta(weeks=53)


@dataclass(frozen=True)
class Slot:
    """When and what a meeting is to be."""

    held_on: date
    kind: MeetingKind
    begins: time
    ends: time
    place: str = ""
    is_discussion: bool = False


@dataclass(frozen=True)
class Doubt:
    """Why a day may be a bad one: it is free (a holiday or weekend), in the pause, or taken by another meeting."""

    held_on: date
    code: str


def doubts(days: Iterable[date], taken: Iterable[date] = ()) -> list[Doubt]:
    """What to think about once more, in the order of the days."""
    busy, found = set(taken), []
    for day in sorted(set(days)):
        codes = (("free", is_free(day)), ("pause", day.month == PAUSE), ("taken", day in busy))
        found += [Doubt(day, code) for code, holds in codes if holds]
    return found


def a_year_later(day: date) -> date:
    """The same weekday in the same week of the next year: 52 weeks on, or 53 where that would still be the same year or
    a week early."""
    later = day + YEAR_OF_WEEKS
    return later if later.isocalendar().week == day.isocalendar().week else day + LONGEST_YEAR_OF_WEEKS


def next_year(slots: Sequence[Slot]) -> list[Slot]:
    """Last year's meetings, each a year later on the same weekday."""
    return [
        Slot(a_year_later(one.held_on), one.kind, one.begins, one.ends, one.place, one.is_discussion) for one in slots
    ]
