"""Several meetings at once: what is wrong with a row of days, and last year's plan moved to the next. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from app.core.holidays import PAUSE, is_free
from app.meetings.models import MeetingKind


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
    """The same weekday of the same month of the next year, such as its third Thursday; the last one where there is no
    fifth."""
    first = day.replace(year=day.year + 1, day=1)
    later = first + timedelta(days=(day.weekday() - first.weekday()) % 7, weeks=(day.day - 1) // 7)
    return later if later.month == day.month else later - timedelta(weeks=1)


def next_year(slots: Sequence[Slot]) -> list[Slot]:
    """Last year's meetings, each a year later on the same weekday."""
    return [
        Slot(a_year_later(one.held_on), one.kind, one.begins, one.ends, one.place, one.is_discussion) for one in slots
    ]
