"""The matrix as it is drawn: where each strain stands now, where it stood last time, and the arrow between.

The drawing is 345 wide and 300 high, so a cell is 69 by 60. Each strain has a letter, the worst one the first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from app.core.languages import gettext as _
from app.goals.labels import RISK_LEVELS
from app.goals.models import RiskLevel
from app.risks.content import Line, Place
from app.risks.labels import CONSEQUENCES, PROBABILITIES
from app.risks.matrix import DEFAULT_BANDS, Bands, Cell, band, grid, number

WIDTH, HEIGHT = 69.0, 60.0
NOW_RADIUS, HEAD = 12.5, 7.0
# Where the marks of one cell stand from its middle, by how many they are; more than four stand closer together.
FEW = {
    1: ((0, 0),),
    2: ((-14, -4), (14, -4)),
    3: ((-16, -13), (16, -13), (0, 13)),
    4: ((-16, -14), (16, -14), (-16, 13), (16, 13)),
}
MANY = tuple((x, y) for y in (-15, 0, 15) for x in (-20, 0, 20))

Point = tuple[float, float]


@dataclass(frozen=True)
class Shown:
    """One strain in the picture and in the list beside it; `was` is where the assessment before placed it."""

    key: str
    line: Line
    was: Place | None
    now_at: Point
    was_at: Point | None
    bands: Bands
    arrow: str  # the path of the shaft, "" where nothing moved
    head: str

    @property
    def level(self) -> RiskLevel:
        return band(self.line.number, self.bands)

    @property
    def summary(self) -> str:
        """'Medium, 9'"""
        return f"{RISK_LEVELS[self.level]}, {self.line.number}"

    @property
    def words(self) -> str:
        """What the place means, and what it was, for those who read instead of look."""
        now = _in_words(self.line.today)
        if self.was is None:
            return now
        before = number(*self.was)
        level = str(RISK_LEVELS[band(before, self.bands)]).lower()
        if self.was == self.line.today:
            return _("%(place)s. The same as last time.", place=now)
        return _(
            "%(place)s. It was %(level)s, %(number)s: %(before)s.",
            place=now, level=level, number=before, before=_in_words(self.was),
        )  # fmt: skip


@dataclass(frozen=True)
class Picture:
    rows: list[list[Cell]]
    shown: list[Shown]

    @property
    def has_moved(self) -> bool:
        return any(one.was_at is not None for one in self.shown)


def picture(lines: Sequence[Line], earlier: Sequence[Line] = (), bands: Bands = DEFAULT_BANDS) -> Picture:
    """The picture of an assessment's lines, and of those of the assessment before it."""
    ordered = sorted(lines, key=lambda line: -line.number)
    then = {line.strain_id: line.today for line in earlier if line.strain_id is not None}
    was = [then.get(line.strain_id or 0) for line in ordered]
    rings = [place if place != line.today else None for place, line in zip(was, ordered, strict=True)]
    spots = _spots([*(line.today for line in ordered), *rings])
    now_at, was_at = spots[: len(ordered)], spots[len(ordered) :]
    return Picture(
        grid(bands),
        [
            Shown(_key(index), line, was[index], now_at[index] or (0.0, 0.0), was_at[index], bands,
                  *_arrow(was_at[index], now_at[index]))
            for index, line in enumerate(ordered)
        ],
    )  # fmt: skip


def _in_words(place: Place) -> str:
    return f"{PROBABILITIES[place[0]]} · {CONSEQUENCES[place[1]]}"


def _key(index: int) -> str:
    """A … Z, then A1 … Z1 and so on."""
    round_, letter = divmod(index, len(ascii_uppercase))
    return ascii_uppercase[letter] + (str(round_) if round_ else "")


def _spots(places: Sequence[Place | None]) -> list[Point | None]:
    """Where each mark stands, so that those of one cell do not cover each other."""
    together: dict[Place, list[int]] = {}
    for index, place in enumerate(places):
        if place is not None:
            together.setdefault(place, []).append(index)
    spots: list[Point | None] = [None] * len(places)
    for (probability, consequence), marks in together.items():
        shifts = FEW.get(len(marks), MANY)
        middle = ((consequence - 0.5) * WIDTH, (5.5 - probability) * HEIGHT)
        for order, index in enumerate(marks):
            shift = shifts[order % len(shifts)]
            spots[index] = (middle[0] + shift[0], middle[1] + shift[1])
    return spots


def _arrow(start: Point | None, end: Point | None) -> tuple[str, str]:
    """The shaft and the head of the arrow from one mark to another; empty where it would have no length."""
    if start is None or end is None:
        return "", ""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    if length < 2 * NOW_RADIUS + HEAD:
        return "", ""
    ux, uy = dx / length, dy / length

    def along(distance: float, aside: float = 0.0) -> str:
        return f"{start[0] + ux * distance - uy * aside:.1f} {start[1] + uy * distance + ux * aside:.1f}"

    tip, base = length - NOW_RADIUS - 1, length - NOW_RADIUS - HEAD
    return f"M{along(NOW_RADIUS)}L{along(base)}", f"M{along(tip)}L{along(base, 5)}L{along(base, -5)}z"
