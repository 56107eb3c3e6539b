"""The matrix as it is drawn: where each strain stands now, where else it stood or is expected, and the arrows between.

The drawing is 345 wide and 300 high, so a cell is 69 by 60. Each strain has a letter, the worst one the first.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from string import ascii_uppercase

from app.core.languages import gettext as _
from app.goals.labels import RISK_LEVELS
from app.goals.models import RiskLevel
from app.risks.labels import CONSEQUENCES, PROBABILITIES
from app.risks.lines import Last, Line, Place, mark_of
from app.risks.matrix import DEFAULT_BANDS, Bands, Cell, band, grid, number
from app.risks.models import Mark

WIDTH, HEIGHT = 69.0, 60.0
NOW_RADIUS, HEAD = 12.5, 7.0
# Where the marks of one cell stand from its middle, by how many they are; more than six stand closer together.
FEW = {
    1: ((0, 0),),
    2: ((-14, -4), (14, -4)),
    3: ((-16, -13), (16, -13), (0, 13)),
    4: ((-16, -14), (16, -14), (-16, 13), (16, 13)),
    5: ((-22, -14), (0, -14), (22, -14), (-22, 14), (0, 14)),
    6: ((-22, -14), (0, -14), (22, -14), (-22, 14), (0, 14), (22, 14)),
}
MANY = tuple((x, y) for y in (-15, 0, 15) for x in (-20, 0, 20))

Point = tuple[float, float]
Arrow = tuple[str, str]  # the paths of its shaft and of its head


class Layers(enum.StrEnum):
    """Which places of a strain the picture shows: last time and today, or before measures, today and expected."""

    THEN = "then"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Spot:
    """One mark of a strain; its kind is then, before, now or expected."""

    kind: str
    place: Place
    at: Point = (0.0, 0.0)


@dataclass(frozen=True)
class Shown:
    """One strain in the picture and in the list beside it; `was` is what the assessment before said of it."""

    key: str
    line: Line
    was: Line | None
    mark: Mark
    spots: tuple[Spot, ...]  # in the order of time
    arrows: tuple[Arrow, ...]
    bands: Bands

    @property
    def level(self) -> RiskLevel:
        return band(self.line.number, self.bands)

    @property
    def summary(self) -> str:
        """'Medium, 9'"""
        return rated(self.line.today, self.bands)

    @property
    def words(self) -> str:
        """What the place means."""
        return in_words(self.line.today)

    @property
    def standing(self) -> str:
        """How it stands to last time, for those who read instead of look."""
        if self.was is None:
            return _("New since last time.")
        if self.mark is Mark.UNCHANGED:
            return _("Unchanged, confirmed.") if self.line.confirmed else _("The same as last time.")
        if self.was.today == self.line.today:
            return _("The same place as last time, said anew.")
        was = self.was.today
        return _("Changed from %(rated)s: %(place)s.", rated=rated(was, self.bands), place=in_words(was))

    @property
    def beyond(self) -> list[str]:
        """What is said of it before any measures, and once the planned actions are done."""
        found = []
        if self.line.before:
            found.append(_("Before measures: %(rated)s.", rated=rated(self.line.before, self.bands)))
        if self.line.expected:
            expected = rated(self.line.expected, self.bands)
            found.append(_("Expected once the actions are done: %(rated)s.", rated=expected))
        return found


@dataclass(frozen=True)
class Picture:
    rows: list[list[Cell]]
    shown: list[Shown]
    layers: Layers = Layers.THEN
    has_earlier: bool = False

    @property
    def kinds(self) -> set[str]:
        return {spot.kind for one in self.shown for spot in one.spots}

    @property
    def has_moved(self) -> bool:
        return self.kinds > {"now"}

    def at(self, cell: Cell) -> list[Shown]:
        """The strains that stand in a cell today."""
        return [one for one in self.shown if one.line.today == (cell.probability, cell.consequence)]


def picture(
    lines: Sequence[Line], earlier: Sequence[Line] = (), bands: Bands = DEFAULT_BANDS, layers: Layers = Layers.THEN
) -> Picture:
    """The picture of an assessment's lines, beside those of the assessment before it."""
    last, ordered = Last(earlier), sorted(lines, key=lambda line: -line.number)
    was = [last.was(line) for line in ordered]
    spots = _stand([_spots(line, then, layers) for line, then in zip(ordered, was, strict=True)])
    shown = [
        Shown(_key(index), line, was[index], mark_of(line, last), spots[index], _arrows(spots[index]), bands)
        for index, line in enumerate(ordered)
    ]
    return Picture(grid(bands), shown, layers, has_earlier=bool(earlier))


def _spots(line: Line, was: Line | None, layers: Layers) -> list[Spot]:
    """The places of one strain that differ from where it is today, and that one."""
    then, now = was.today if was else None, Spot("now", line.today)
    before = ("then", then) if layers is Layers.THEN else ("before", line.before)
    after = ("expected", None if layers is Layers.THEN else line.expected)
    ahead, behind = [[Spot(kind, place)] if place and place != line.today else [] for kind, place in (after, before)]
    return [*behind, now, *ahead]


def rated(place: Place, bands: Bands) -> str:
    """'Medium, 9'"""
    risk = number(*place)
    return f"{RISK_LEVELS[band(risk, bands)]}, {risk}"


def in_words(place: Place) -> str:
    """'now and then · noticeable'"""
    return f"{PROBABILITIES[place[0]]} · {CONSEQUENCES[place[1]]}"


def _key(index: int) -> str:
    """A … Z, then A1 … Z1 and so on."""
    round_, letter = divmod(index, len(ascii_uppercase))
    return ascii_uppercase[letter] + (str(round_) if round_ else "")


def _stand(strains: Sequence[Sequence[Spot]]) -> list[tuple[Spot, ...]]:
    """The spots where they are drawn, so that those of one cell do not cover each other."""
    together: dict[Place, list[tuple[int, int]]] = {}
    for index, spots in enumerate(strains):
        for order, spot in enumerate(spots):
            together.setdefault(spot.place, []).append((index, order))
    at: dict[tuple[int, int], Point] = {}
    for place, keys in together.items():
        at |= zip(keys, _points(place, len(keys)), strict=True)
    return [
        tuple(replace(spot, at=at[index, order]) for order, spot in enumerate(spots))
        for index, spots in enumerate(strains)
    ]


def _points(place: Place, many: int) -> list[Point]:
    """Where so many marks of one cell stand."""
    probability, consequence = place
    shifts = FEW.get(many, MANY)
    middle = ((consequence - 0.5) * WIDTH, (5.5 - probability) * HEIGHT)
    chosen = [shifts[order % len(shifts)] for order in range(many)]
    return [(middle[0] + x, middle[1] + y) for x, y in chosen]


def _arrows(spots: Sequence[Spot]) -> tuple[Arrow, ...]:
    drawn = (_arrow(one.at, other.at) for one, other in pairwise(spots))
    return tuple(arrow for arrow in drawn if arrow[0])


def _arrow(start: Point, end: Point) -> Arrow:
    """The shaft and the head of the arrow from one mark to another; empty where it would have no length."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    if length < 2 * NOW_RADIUS + HEAD:
        return "", ""
    ux, uy = dx / length, dy / length

    def along(distance: float, aside: float = 0.0) -> str:
        return f"{start[0] + ux * distance - uy * aside:.1f} {start[1] + uy * distance + ux * aside:.1f}"

    tip, base = length - NOW_RADIUS - 1, length - NOW_RADIUS - HEAD
    return f"M{along(NOW_RADIUS)}L{along(base)}", f"M{along(tip)}L{along(base, 5)}L{along(base, -5)}z"
