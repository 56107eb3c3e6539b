"""What a closed round shows: pure rules. Nothing shows that says something of fewer people than the minimum.

Each balance is counted by itself, so that nobody can see which places stood together on one ballot. The middle answers
of the two sides show only where each side has the minimum: from all and one side anybody could subtract the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.balances.models import BALANCES
from app.balances.scale import PLACES
from app.organisation.models import Side
from app.soundings.ballots import Ballot


@dataclass(frozen=True)
class Median:
    """The answer in the middle; of an even number the two in the middle, which may differ."""

    low: int
    high: int

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


@dataclass(frozen=True)
class Spread:
    """How the answers to one balance lie: how many on each place from left to right, and how many left it out."""

    counts: tuple[int, ...]
    left_out: int
    median: Median
    management: Median | None = None
    employees: Median | None = None

    @property
    def apart(self) -> float | None:
        """Steps between the middle answers of the two sides; None where a side has too few."""
        if self.management is None or self.employees is None:
            return None
        return abs(self.management.middle - self.employees.middle)


Tally = dict[str, Spread | None]  # by balance; None where too few placed it


def median(places: Sequence[int]) -> Median:
    """Of at least one place."""
    ordered = sorted(places)
    return Median(ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2])


def tally(ballots: Sequence[Ballot], minimum: int) -> Tally | None:
    """What may be shown of these ballots; None where they are too few."""
    if len(ballots) < minimum:
        return None
    return {balance: _spread(ballots, index, minimum) for index, balance in enumerate(BALANCES)}


def _spread(ballots: Sequence[Ballot], index: int, minimum: int) -> Spread | None:
    by_side = {side: [p for b in ballots if b.side is side and (p := b.places[index]) is not None] for side in Side}
    places = [place for one_side in by_side.values() for place in one_side]
    if len(places) < minimum:
        return None
    counts = tuple(places.count(place) for place in PLACES)
    sides: dict[str, Median] = {}
    if all(len(one_side) >= minimum for one_side in by_side.values()):
        sides = {side.value: median(one_side) for side, one_side in by_side.items()}
    return Spread(counts, len(ballots) - len(places), median(places), **sides)


def as_plain(found: Tally | None) -> dict[str, Any] | None:
    """A tally as JSON holds it."""
    return None if found is None else {balance: _plain(spread) for balance, spread in found.items()}


def _plain(spread: Spread | None) -> dict[str, Any] | None:
    if spread is None:
        return None
    medians = {name: getattr(spread, name) for name in ("median", "management", "employees")}
    shown = {name: None if one is None else [one.low, one.high] for name, one in medians.items()}
    return {"counts": list(spread.counts), "left_out": spread.left_out, **shown}


def from_plain(kept: dict[str, Any] | None) -> Tally | None:
    return None if kept is None else {balance: _kept(kept.get(balance)) for balance in BALANCES}


def _kept(spread: dict[str, Any] | None) -> Spread | None:
    if spread is None:
        return None
    sides = {name: None if spread[name] is None else Median(*spread[name]) for name in ("management", "employees")}
    return Spread(tuple(spread["counts"]), spread["left_out"], Median(*spread["median"]), **sides)
