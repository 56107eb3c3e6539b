"""The score over time, as a line that can be drawn and as a sentence that says the same: pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.formats import day, number
from app.core.languages import gettext as _

LEFT, RIGHT = 34.0, 588.0  # of a drawing 600 wide
TOP, BOTTOM = 12.0, 132.0
LEVELS = (0, 50, 100)


@dataclass(frozen=True)
class Point:
    """What the score was on a day."""

    on: date
    score: Decimal


@dataclass(frozen=True)
class Curve:
    """The line through the points, where each lies, the levels with their heights, and the whole in words."""

    path: str
    dots: tuple[tuple[float, float], ...]
    levels: tuple[tuple[int, float], ...]
    since: date
    spoken: str


def y_of(score: Decimal | int) -> float:
    return round(BOTTOM - float(score) / 100 * (BOTTOM - TOP), 1)


def curve(points: Sequence[Point]) -> Curve | None:
    """The curve of points in the order of their days; None before there are two days to compare."""
    if len(points) < 2 or points[0].on == points[-1].on:
        return None
    first, last = points[0], points[-1]
    whole = (last.on - first.on).days
    dots = tuple(
        (round(LEFT + (point.on - first.on).days / whole * (RIGHT - LEFT), 1), y_of(point.score)) for point in points
    )
    path = "M" + "L".join(f"{x:g} {y:g}" for x, y in dots)
    spoken = _(
        "The score went from %(first)s on %(day)s to %(last)s today.",
        first=number(first.score), day=day(first.on), last=number(last.score),
    )  # fmt: skip
    return Curve(path, dots, tuple((level, y_of(level)) for level in LEVELS), first.on, spoken)
