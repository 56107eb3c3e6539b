"""The matrix: how often a strain shows (1 to 5) times how serious it is when it does (1 to 5), in three bands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.goals.models import RiskLevel

STEPS = (1, 2, 3, 4, 5)
MOST = 25  # the highest number there is
ORDER = (RiskLevel.LOW, RiskLevel.MEDIUM, RiskLevel.HIGH)


@dataclass(frozen=True)
class Bands:
    """The highest number of the low and of the medium band; everything above is high."""

    low_up_to: int = 5
    medium_up_to: int = 10

    def __post_init__(self) -> None:
        if not 1 <= self.low_up_to < self.medium_up_to < MOST:
            raise ValueError("The bands must rise, and each must hold something.")


DEFAULT_BANDS = Bands()


@dataclass(frozen=True)
class Cell:
    probability: int
    consequence: int
    number: int
    level: RiskLevel


def number(probability: int, consequence: int) -> int:
    """1 to 25. ValueError for a step that is not on the scale."""
    if probability not in STEPS or consequence not in STEPS:
        raise ValueError((probability, consequence))
    return probability * consequence


def band(risk: int, bands: Bands = DEFAULT_BANDS) -> RiskLevel:
    """The band in which a number lies."""
    if risk <= bands.low_up_to:
        return RiskLevel.LOW
    return RiskLevel.MEDIUM if risk <= bands.medium_up_to else RiskLevel.HIGH


def highest(levels: Iterable[RiskLevel]) -> RiskLevel:
    """The worst of several levels; low where there is none."""
    return max(levels, key=ORDER.index, default=RiskLevel.LOW)


def level_of(risks: Iterable[int], bands: Bands = DEFAULT_BANDS) -> RiskLevel:
    """The level of a goal: that of its worst strain, low where it has none."""
    return highest(band(risk, bands) for risk in risks)


def grid(bands: Bands = DEFAULT_BANDS) -> list[list[Cell]]:
    """The 25 cells as they are drawn: the most probable row first, the least serious column first."""
    return [
        [Cell(p, c, number(p, c), band(number(p, c), bands)) for c in STEPS]
        for p in reversed(STEPS)
    ]  # fmt: skip
