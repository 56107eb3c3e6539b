"""What stands on the wheel: dates as marks, month by month. Pure."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any


class Kind(enum.StrEnum):
    """The rings of the wheel, the outermost first."""

    MEETING = "meeting"
    REVIEW = "review"
    ACTION = "action"
    HEARING = "hearing"
    DUTY = "duty"


@dataclass(frozen=True)
class Mark:
    """One thing that has a date. `leads_to` is (endpoint, values) of its page; `what` says more than its kind, such as
    which kind of meeting it is. Without `day_known` it is some time in that month."""

    kind: Kind
    day: date
    title: Any
    leads_to: tuple[str, Mapping[str, Any]]
    what: Any = ""
    is_late: bool = False
    day_known: bool = True


@dataclass(frozen=True)
class Found:
    """Some marks of one kind, and how many there are in each month, and how many of all are overdue."""

    marks: Sequence[Mark] = ()
    counts: Mapping[int, int] = field(default_factory=dict)
    late: int = 0


@dataclass(frozen=True)
class Lane:
    """The marks of one kind in one month, in their order; `count` says how many there are in all."""

    kind: Kind
    marks: Sequence[Mark]
    count: int

    @property
    def left_out(self) -> int:
        return self.count - len(self.marks)

    @property
    def is_late(self) -> bool:
        return any(mark.is_late for mark in self.marks)


@dataclass(frozen=True)
class Month:
    number: int
    lanes: Sequence[Lane]  # those that hold something

    @property
    def marks(self) -> list[Mark]:
        """All marks by their day; those without a day come first."""
        found = [mark for lane in self.lanes for mark in lane.marks]
        return sorted(found, key=lambda mark: (mark.day_known, mark.day, list(Kind).index(mark.kind)))

    @property
    def count(self) -> int:
        return sum(lane.count for lane in self.lanes)


@dataclass(frozen=True)
class Year:
    number: int
    months: Sequence[Month]  # always twelve
    late: int = 0

    @property
    def count(self) -> int:
        return sum(month.count for month in self.months)


def counted(marks: Iterable[Mark], *, few: int) -> Found:
    """Marks that are all at hand, with the first few of each month."""
    inside: dict[int, list[Mark]] = {}
    late = 0
    for mark in sorted(marks, key=lambda one: one.day):
        inside.setdefault(mark.day.month, []).append(mark)
        late += mark.is_late
    shown = [mark for found in inside.values() for mark in found[:few]]
    return Found(shown, {month: len(found) for month, found in inside.items()}, late)


def year_of(number: int, found: Mapping[Kind, Found]) -> Year:
    """Twelve months of what was found."""
    months = [Month(month, _lanes(month, found)) for month in range(1, 13)]
    return Year(number, months, sum(one.late for one in found.values()))


def _lanes(month: int, found: Mapping[Kind, Found]) -> list[Lane]:
    lanes = []
    for kind in Kind:
        if kind in found and (count := found[kind].counts.get(month, 0)):
            marks = sorted((mark for mark in found[kind].marks if mark.day.month == month), key=lambda mark: mark.day)
            lanes.append(Lane(kind, marks, count))
    return lanes
