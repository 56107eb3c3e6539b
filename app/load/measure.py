"""How much time the goals take from the people measured: pure arithmetic, in whole minutes until it is shown.

A goal takes so many minutes a week from each person measured. Where nobody has said how many are measured, the head
count of the unit stands in for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

SHOWN_EXACTLY = 10  # hours below this are shown with one decimal


@dataclass(frozen=True)
class Persons:
    """How many people a goal measures, and whether that is only the head count of its unit."""

    count: int | None
    is_guessed: bool


def persons_of(measured: int | None, headcount: int | None) -> Persons:
    if measured is not None:
        return Persons(measured, False)
    return Persons(headcount, headcount is not None)


def person_minutes(minutes: int | None, persons: int | None) -> int:
    """Minutes a week of all those measured together; 0 where either is not known."""
    return (minutes or 0) * (persons or 0)


def hours_a_year(weekly_minutes: int, weeks: int) -> Decimal:
    """What so many minutes a week come to in a year of so many weeks of work; a decimal only where it is little."""
    hours = Decimal(weekly_minutes * weeks) / 60
    step = Decimal(1) if hours >= SHOWN_EXACTLY else Decimal("0.1")
    return hours.quantize(step, ROUND_HALF_UP)


def group_size(headcount: int | None, largest: int | None) -> int:
    """How many share the load: the unit's head count, or the largest number that one of its goals measures."""
    return max(headcount or 0, largest or 0)


def each_hours(weekly_minutes: int, persons: int, weeks: int) -> Decimal | None:
    """Hours a year for each person of the group; None where nobody knows how many they are."""
    if persons <= 0:
        return None
    hours = Decimal(weekly_minutes * weeks) / 60 / persons
    return hours.quantize(Decimal(1) if hours >= SHOWN_EXACTLY else Decimal("0.1"), ROUND_HALF_UP)
