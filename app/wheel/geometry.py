"""Where things stand on the wheel. Pure.

January begins at the top and the year runs clockwise. Angles are degrees from the top, distances are those of the
drawing, whose middle is at (CENTRE, CENTRE)."""

from __future__ import annotations

import math
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.wheel.marks import Kind, Lane, Mark, Month

CENTRE = 360.0
HUB, INNER, MONTHS, OUTER = 74.0, 290.0, 294.0, 344.0
SECTOR = 30.0  # degrees of a month
LANE = (INNER - HUB) / len(Kind)
SPACE = 24.8  # between the middles of two marks
REACH = 12.0  # of a mark from its middle
DAY_MARKS = 72  # fine lines on the rim
RADII = {kind: INNER - LANE * (place + 0.5) for place, kind in enumerate(Kind)}


@dataclass(frozen=True)
class Placed:
    """A mark where it stands; without `mark` it stands for `count` of them."""

    kind: Kind
    month: int
    angle: float
    radius: float
    mark: Mark | None
    count: int
    is_late: bool

    @property
    def x(self) -> float:
        return point(self.angle, self.radius)[0]

    @property
    def y(self) -> float:
        return point(self.angle, self.radius)[1]


def point(angle: float, radius: float) -> tuple[float, float]:
    """(x, y) of what stands at that angle and distance from the middle."""
    turned = math.radians(angle)
    return CENTRE + radius * math.sin(turned), CENTRE - radius * math.cos(turned)


def angle_of(day: date) -> float:
    """The angle of the middle of a day."""
    return SECTOR * (day.month - 1 + (day.day - 0.5) / monthrange(day.year, day.month)[1])


def step_of(radius: float) -> float:
    """How many degrees two marks must be apart on a ring."""
    return math.degrees(2 * math.asin(SPACE / (2 * radius)))


def room_for(kind: Kind) -> int:
    """How many marks of a kind have room in a month."""
    return int(SECTOR / step_of(RADII[kind]))


def placed(months: Sequence[Month]) -> Iterator[Placed]:
    """Everything that stands on the wheel, by month and then from the outermost ring inwards."""
    for month in months:
        for lane in month.lanes:
            yield from _in_lane(month.number, lane)


def _in_lane(month: int, lane: Lane) -> Iterator[Placed]:
    """Each mark by itself where all have room; otherwise one that stands for them all."""
    radius = RADII[lane.kind]
    if lane.count > room_for(lane.kind) or lane.left_out:
        middle = SECTOR * (month - 0.5)
        yield Placed(lane.kind, month, middle, radius, None, lane.count, lane.is_late)
        return
    wished = [angle_of(mark.day) if mark.day_known else SECTOR * (month - 0.5) for mark in lane.marks]
    order = sorted(range(len(wished)), key=lambda place: wished[place])
    angles = spread([wished[place] for place in order], month, step_of(radius))
    for angle, place in zip(angles, order, strict=True):
        mark = lane.marks[place]
        yield Placed(lane.kind, month, angle, radius, mark, 1, mark.is_late)


def spread(wished: Sequence[float], month: int, step: float) -> list[float]:
    """The rising angles moved as little as needed, so that they are a step apart and stay within their month."""
    low, high = SECTOR * (month - 1) + step / 2, SECTOR * month - step / 2
    angles: list[float] = []
    for angle in wished:
        angles.append(max(angle, angles[-1] + step if angles else low))
    for place in reversed(range(len(angles))):
        angles[place] = min(angles[place], angles[place + 1] - step if place + 1 < len(angles) else high)
    return angles


def sector(month: int, inner: float = MONTHS, outer: float = OUTER, gap: float = 1.0) -> str:
    """The path of a month between two circles, with a gap (in the drawing's measure) to its neighbours."""
    return _ring_part(SECTOR * (month - 1), SECTOR * month, inner, outer, gap)


def _ring_part(start: float, end: float, inner: float, outer: float, gap: float) -> str:
    off_outer, off_inner = (math.degrees(gap * 2 / radius) for radius in (outer, inner))
    a, b = point(start + off_outer, outer), point(end - off_outer, outer)
    c, d = point(end - off_inner, inner), point(start + off_inner, inner)
    return (
        f"M{a[0]:.1f} {a[1]:.1f}A{outer:g} {outer:g} 0 0 1 {b[0]:.1f} {b[1]:.1f}"
        f"L{c[0]:.1f} {c[1]:.1f}A{inner:g} {inner:g} 0 0 0 {d[0]:.1f} {d[1]:.1f}z"
    )


def line(angle: float, start: float, end: float) -> str:
    """The path of a straight line outwards from the middle."""
    (x1, y1), (x2, y2) = point(angle, start), point(angle, end)
    return f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"


def rim() -> str:
    """The fine lines all around the rim as one path; those between months are longer."""
    every = DAY_MARKS // 12
    return "".join(
        line(360 / DAY_MARKS * n, OUTER + 3, OUTER + (13 if n % every == 0 else 7)) for n in range(DAY_MARKS)
    )


def upright(month: int) -> float:
    """How far the name of a month is turned, so that it can be read without turning one's head round."""
    middle = SECTOR * (month - 0.5)
    return middle + 180 if 90 < middle < 270 else middle
