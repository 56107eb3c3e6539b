"""What the law asks the action plan of a unit to say, gathered: pure, from what the queries found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.actions.models import Action
from app.apv.models import ApvNote
from app.goals.models import Aspect, Goal, RiskLevel, Strain
from app.organisation.models import Side, Unit
from app.risks.matrix import Bands, band, number
from app.risks.models import Acceptance, Assessment, Factor, Rating


@dataclass(frozen=True)
class Scope:
    """One unit, or that unit with all below it."""

    unit: Unit
    below: bool = False


@dataclass(frozen=True)
class Problem:
    """A strain of a goal in force as the newest finished assessment rates it, and what is done about it."""

    goal: Goal
    assessment: Assessment
    rating: Rating
    bands: Bands
    actions: Sequence[Action] = ()
    accepted: Acceptance | None = None

    @property
    def strain(self) -> Strain:
        return self.rating.strain

    @property
    def number(self) -> int:
        return number(self.rating.probability, self.rating.consequence)

    @property
    def level(self) -> RiskLevel:
        return band(self.number, self.bands)

    def took_part(self, side: Side) -> list[str]:
        return [one.user.name for one in self.assessment.participants if one.side is side]


@dataclass(frozen=True)
class Mapped:
    """When each aspect was last mapped in one unit."""

    unit: Unit
    aspects: Mapping[Aspect, date]

    @property
    def oldest(self) -> date | None:
        """The day of what was mapped longest ago; None while an aspect was never mapped."""
        return min(self.aspects.values()) if len(self.aspects) == len(Aspect) else None


@dataclass(frozen=True)
class Factors:
    """When the factors of the order were last asked about, and each last named."""

    asked_on: date | None
    named: Mapping[Factor, date] = field(default_factory=dict)


MOST_UNITS = 200
MOST_NAMED = 50  # goals named that nobody has assessed, and actions on no strain of the plan


@dataclass(frozen=True)
class Counts:
    """What stands in the plan, and of how many goals."""

    goals: int
    assessed: int
    problems: int


@dataclass(frozen=True)
class Plan:
    """All that the page and the files say."""

    scope: Scope
    counts: Counts
    problems: Sequence[Problem]
    unassessed: Sequence[Goal]
    mapped: Sequence[Mapped]
    factors: Factors
    notes: Sequence[ApvNote]
    others: Sequence[Action] = ()  # what is done about a goal, but about no strain of the plan
    page: int = 1
    last_page: int = 1
    first: int = 0  # how many problems stand before those that are here

    @property
    def note(self) -> ApvNote | None:
        return self.notes[0] if self.notes else None

    @property
    def unnamed(self) -> int:
        """How many goals nobody has assessed beside those that are named."""
        return max(0, self.counts.goals - self.counts.assessed - len(self.unassessed))

    @property
    def has_more_units(self) -> bool:
        return len(self.mapped) >= MOST_UNITS

    @property
    def has_more_others(self) -> bool:
        return len(self.others) >= MOST_NAMED
