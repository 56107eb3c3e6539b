"""A committee's whole practice, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.balances.drift import Move, moves
from app.balances.labels import READERS
from app.balances.models import Reader, Reading


@dataclass(frozen=True)
class Since:
    """What has moved in one reader's eyes since the last year in which it read."""

    who: Any
    year: int
    moves: list[Move]


def of_year(readings: Sequence[Reading], year: int) -> list[Reading]:
    return [one for one in readings if one.read_on.year == year]


def years_in(readings: Sequence[Reading]) -> list[int]:
    """The years in which somebody read, newest first."""
    return sorted({one.read_on.year for one in readings}, reverse=True)


def yearly(readings: Sequence[Reading]) -> list[Reading]:
    """Of readings newest first only each reader's last one in each year."""
    kept: dict[tuple[Reader, int], Reading] = {}
    for one in readings:
        kept.setdefault((one.reader, one.read_on.year), one)
    return list(kept.values())


def since_before(readings: Sequence[Reading], year: int) -> list[Since]:
    """For each who read in that year and in an earlier one: what moved since, agreed first."""
    last = yearly(readings)
    found = []
    for reader in (Reader.AGREED, Reader.MANAGEMENT, Reader.EMPLOYEES):
        own = [one for one in last if one.reader is reader and one.read_on.year <= year]
        if len(own) > 1 and own[0].read_on.year == year:
            found.append(Since(READERS[reader], own[1].read_on.year, moves(own[1], own[0])))
    return found
