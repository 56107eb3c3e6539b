"""What an assessment says, apart from how it is kept: pure data, and what is missing before it can be finished."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.goals.models import Aspect, RiskLevel
from app.organisation.models import Side
from app.risks.matrix import DEFAULT_BANDS, Bands, level_of, number
from app.risks.models import Assessment, Certainty, Factor, Prevention, Rating, Verdict
from app.risks.verdict import ReasonMissing, proposed, settled

Place = tuple[int, int]  # probability and consequence, 1 to 5


@dataclass(frozen=True)
class Line:
    """One strain as it is rated: its place today, before any measures, and expected once planned actions are done.

    `strain_id` is that of a strain which the goal already has. A line without one that has the aspect and title of such
    a strain is that strain; any other is new.
    """

    aspect: Aspect
    title: str
    today: Place
    words: str = ""
    before: Place | None = None
    expected: Place | None = None
    strain_id: int | None = None

    @property
    def number(self) -> int:
        return number(*self.today)


@dataclass(frozen=True)
class Said:
    """The gain on one aspect: 0 (nothing) to 3 (much), with words."""

    size: int
    words: str = ""


@dataclass(frozen=True)
class Content:
    assessed_on: date
    gains: Mapping[Aspect, Said] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    factors: tuple[Factor, ...] = ()
    extent: str = ""
    nature: str = ""
    measures: Mapping[Prevention, str] = field(default_factory=dict)
    participants: Mapping[int, Side] = field(default_factory=dict)  # by the key of the account
    certainty: Certainty | None = None
    no_influence_reason: str = ""
    verdict: Verdict | None = None  # None: what the rule says
    verdict_reason: str = ""
    bands: Bands = DEFAULT_BANDS  # in which the numbers are levelled

    @property
    def risks(self) -> list[int]:
        return [line.number for line in self.lines]

    @property
    def level(self) -> RiskLevel:
        return level_of(self.risks, self.bands)

    @property
    def proposed(self) -> Verdict:
        areas = sum(1 for words in self.measures.values() if words.strip())
        return proposed(self.risks, areas, self.bands)

    @property
    def settled(self) -> Verdict:
        return settled(self.proposed, self.verdict, self.verdict_reason)


class Gap(enum.StrEnum):
    """What keeps an assessment from being finished, apart from aspects that nobody has answered."""

    MANAGEMENT = "management"
    EMPLOYEES = "employees"
    VERDICT_REASON = "verdict_reason"
    CONTRADICTION = "contradiction"  # no influence, yet strains


def gaps(content: Content) -> list[Gap | Aspect]:
    """What is missing: a side that took no part, aspects without an answer, a reason for overruling the rule."""
    found: list[Gap | Aspect] = [Gap(side.value) for side in Side if side not in content.participants.values()]
    answered = content.gains.keys() | {line.aspect for line in content.lines}
    if not content.no_influence_reason.strip():
        found += [aspect for aspect in Aspect if aspect not in answered]
    elif content.lines:
        found.append(Gap.CONTRADICTION)
    try:
        _ = content.settled
    except ReasonMissing:
        found.append(Gap.VERDICT_REASON)
    return found


def content_of(assessment: Assessment, bands: Bands) -> Content:
    """What a kept assessment says, levelled in the bands that are chosen now."""
    return Content(
        assessed_on=assessment.assessed_on,
        gains={gain.aspect: Said(gain.size, gain.words) for gain in assessment.gains},
        lines=tuple(_line(rating) for rating in assessment.ratings),
        factors=tuple(Factor(factor) for factor in assessment.factors),
        extent=assessment.extent,
        nature=assessment.nature,
        measures={measure.area: measure.words for measure in assessment.measures},
        participants={one.user_id: one.side for one in assessment.participants},
        certainty=assessment.certainty,
        no_influence_reason=assessment.no_influence_reason,
        verdict=assessment.verdict,
        verdict_reason=assessment.verdict_reason,
        bands=bands,
    )


def _line(rating: Rating) -> Line:
    return Line(
        aspect=rating.strain.aspect,
        title=rating.strain.title,
        today=(rating.probability, rating.consequence),
        words=rating.words,
        before=_place(rating.probability_before, rating.consequence_before),
        expected=_place(rating.probability_expected, rating.consequence_expected),
        strain_id=rating.strain_id,
    )


def _place(probability: int | None, consequence: int | None) -> Place | None:
    return None if probability is None or consequence is None else (probability, consequence)
