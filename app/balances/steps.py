"""How readings moved over time, as steps that can be drawn: for each balance a line per reader.

Time runs to the right, and the right pole of the balance is at the top. As on the tracks management's line lies a
little above its place and the employees' a little below, so that lines at one place can be told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from app.balances.drift import OWN
from app.balances.labels import NAMES, POLES, READERS
from app.balances.models import BALANCES, Reader, Reading
from app.balances.scale import PLACES, beginning, stop
from app.balances.tracks import MARKS
from app.core.formats import day
from app.core.languages import gettext as _
from app.core.languages import lazy

LEFT, RIGHT = 12.0, 288.0  # of a drawing 300 wide
MIDDLE, STEP = 46.0, 16.0
ASIDE = {"a": -4.0, "b": 4.0}
NEAR = 36.0  # how close to an end, or to each other, the names of years may stand

WHO = {
    "own": lazy("The owner or the committee"),
    "a": READERS[Reader.MANAGEMENT],
    "b": READERS[Reader.EMPLOYEES],
}


@dataclass(frozen=True)
class Dot:
    """A reading on a line, with the mark of its reader."""

    x: float
    y: float
    mark: str


@dataclass(frozen=True)
class Line:
    """The steps of one reader: `who` is own, a or b."""

    who: str
    path: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True)
class Chart:
    """One balance over time: the words at top and bottom, the lines, where years begin, and the same in words."""

    balance: str
    name: Any
    top: str
    bottom: str
    levels: tuple[float, ...]
    lines: tuple[Line, ...]
    years: tuple[tuple[float, int], ...]
    since: date
    spoken: str


def charts(readings: Sequence[Reading], *, until: date) -> list[Chart]:
    """The four charts, from readings newest first; none before there are two days to compare."""
    days = {one.read_on for one in readings}
    if len(days) < 2:
        return []
    scale = _Scale(min(days), max(until, *days))
    lines = {who: [one for one in reversed(readings) if _line_of(one) == who] for who in WHO}
    return [_chart(balance, {who: told for who, told in lines.items() if told}, scale) for balance in BALANCES]


def _line_of(reading: Reading) -> str:
    return "own" if reading.reader in OWN else MARKS[reading.reader]


@dataclass(frozen=True)
class _Scale:
    """From days to places along the drawing."""

    first: date
    last: date

    def x(self, on: date) -> float:
        return round(LEFT + (on - self.first).days / (self.last - self.first).days * (RIGHT - LEFT), 1)

    def years(self) -> tuple[tuple[float, int], ...]:
        """Where years begin, as far as there is room for their names."""
        found: list[tuple[float, int]] = []
        for year in range(self.first.year + 1, self.last.year + 1):
            x = self.x(date(year, 1, 1))
            if LEFT + NEAR <= x <= RIGHT - NEAR and (not found or x - found[-1][0] >= NEAR):
                found.append((x, year))
        return tuple(found)


def y_of(place: int, who: str = "own") -> float:
    return MIDDLE - place * STEP + ASIDE.get(who, 0.0)


def _chart(balance: str, lines: dict[str, list[Reading]], scale: _Scale) -> Chart:
    bottom, top = (beginning(str(pole)) for pole in POLES[balance])
    return Chart(
        balance, NAMES[balance], top, bottom, tuple(y_of(place) for place in PLACES),
        lines=tuple(_line(balance, who, readings, scale) for who, readings in lines.items()),
        years=scale.years(), since=scale.first, spoken=_spoken(balance, lines, scale.first),
    )  # fmt: skip


def _line(balance: str, who: str, readings: Sequence[Reading], scale: _Scale) -> Line:
    at = [(scale.x(one.read_on), one.place(balance), MARKS[one.reader]) for one in readings]
    points = [(x, None if place is None else y_of(place, who)) for x, place, _mark in at]
    dots = tuple(Dot(x, y_of(place, who), mark) for x, place, mark in at if place is not None)
    return Line(who, path(points, RIGHT), dots)


def path(points: Iterable[tuple[float, float | None]], end: float) -> str:
    """A line that stays where it was read until it is read elsewhere, and breaks where nothing was read."""
    drawn, last = "", None
    for x, y in points:
        if last is not None:
            drawn += f"H{x:g}"
        if y is not None:
            drawn += f"M{x:g} {y:g}" if last is None else f"V{y:g}"
        last = y
    return drawn if last is None else f"{drawn}H{end:g}"


def _spoken(balance: str, lines: dict[str, list[Reading]], since: date) -> str:
    """The chart in words: who read what, one after the other."""
    begin = _("%(name)s from %(day)s until today.", name=str(NAMES[balance]), day=day(since))
    then = _(", then ")
    told = []
    for who, readings in lines.items():
        name = _("The committee") if {one.reader for one in readings} == {Reader.AGREED} else WHO[who]
        places = [place for place, _same in groupby(one.place(balance) for one in readings)]
        told.append(f"{name}: {then.join(stop(balance, place) for place in places)}.")
    return " ".join([begin, *told])
