"""The yearly duties that come with the program, by their keys. A row is made only once somebody changes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.core.languages import lazy


@dataclass(frozen=True)
class Shipped:
    title: Any
    note: Any
    month: int
    every_years: int = 1


SHIPPED = {
    "absence": Shipped(
        lazy("Sickness absence of the year"),
        lazy("Statistics for each workplace, as the agreement on wellbeing and health asks for every year."),
        month=2,
    ),
    "wellbeing": Shipped(
        lazy("Wellbeing survey"),
        lazy("At least every third year. It may be joined with the workplace assessment."),
        month=3,
        every_years=3,
    ),
    "assessment": Shipped(
        lazy("Workplace assessment (APV)"),
        lazy("All conditions are mapped at least every third year; it need not be done all at once."),
        month=3,
        every_years=3,
    ),
    "budget": Shipped(
        lazy("Budget: what it means for work and staff"),
        lazy("The committee is heard before the budget is read for the first time."),
        month=8,
    ),
    "discussion": Shipped(
        lazy("Yearly work-environment discussion"),
        lazy("Did we reach last year's goals, what are next year's, and how do we work together on them?"),
        month=11,
    ),
    "evaluation": Shipped(
        lazy("Evaluation of the committee's work"),
        lazy("How our meetings, guidelines and rules served us this year."),
        month=12,
    ),
}  # fmt: skip
