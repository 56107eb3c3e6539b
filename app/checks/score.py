"""How well the register is kept, as a number from 0 to 100: pure, from what the service check found."""

from __future__ import annotations

import enum
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

WHOLE = 100
TENTH = Decimal("0.1")


class Severity(enum.StrEnum):
    """How much a finding matters, the worst first."""

    SERIOUS = "serious"
    MODERATE = "moderate"
    NOTE = "note"


COSTS = {Severity.SERIOUS: 25, Severity.MODERATE: 10, Severity.NOTE: 3}

Counts = Mapping[Severity, int]


@dataclass(frozen=True)
class Score:
    """The mean over so many goals, and how many findings of each severity stand behind it."""

    value: Decimal
    goals: int
    serious: int = 0
    moderate: int = 0
    notes: int = 0


def goal_score(counts: Counts) -> int:
    """100, less what each finding costs, and never below 0."""
    return max(0, WHOLE - sum(COSTS[severity] * number for severity, number in counts.items()))


def score_of(found: Collection[Counts]) -> Score | None:
    """The score of some goals, from what was found at each of them; None where there are no goals."""
    if not found:
        return None
    total = sum(goal_score(counts) for counts in found)
    value = (Decimal(total) / len(found)).quantize(TENTH, ROUND_HALF_UP)
    counted = {severity: sum(counts.get(severity, 0) for counts in found) for severity in Severity}
    return Score(value, len(found), counted[Severity.SERIOUS], counted[Severity.MODERATE], counted[Severity.NOTE])


def counted(goals: Iterable[int], hits: Iterable[tuple[Severity, Collection[int]]]) -> dict[int, Counts]:
    """For each of the goals how many findings of each severity it has; what is found elsewhere does not count."""
    found: dict[int, Counter[Severity]] = {goal: Counter() for goal in goals}
    for severity, hit in hits:
        for goal in hit:
            if goal in found:
                found[goal][severity] += 1
    return dict(found)


def by_unit(paths: Mapping[int, str], found: Mapping[int, Counts]) -> dict[int, Score]:
    """The score of every unit that has goals, itself or below it, from each goal's path of units."""
    under: defaultdict[int, list[Counts]] = defaultdict(list)
    for goal, path in paths.items():
        for unit in path.strip("/").split("/"):
            under[int(unit)].append(found[goal])
    return {unit: score for unit, those in under.items() if (score := score_of(those)) is not None}
