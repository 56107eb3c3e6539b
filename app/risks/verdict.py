"""The verdict that follows from an assessment's lines."""

from __future__ import annotations

from collections.abc import Iterable

from app.goals.models import RiskLevel
from app.risks.matrix import DEFAULT_BANDS, Bands, level_of
from app.risks.models import Verdict


class ReasonMissing(ValueError):
    """The verdict of the rule was overruled without a reason."""


def proposed(risks: Iterable[int], areas_of_prevention: int, bands: Bands = DEFAULT_BANDS) -> Verdict:
    """What the lines say: `risks` are the numbers of the strains as they are today, with what prevents them already.

    A high strain is never prevented well enough. A medium one tips as long as something prevents it, in at least one of
    the six areas, and is not prevented well enough when nothing does. Where all are low, they are prevented.
    """
    level = level_of(risks, bands)
    if level is RiskLevel.LOW:
        return Verdict.PREVENTED
    return Verdict.TIPPING if level is RiskLevel.MEDIUM and areas_of_prevention else Verdict.INSUFFICIENT


def settled(rule: Verdict, chosen: Verdict | None, reason: str) -> Verdict:
    """The verdict that counts. ReasonMissing when people chose another than the rule and did not say why."""
    if chosen is None or chosen is rule:
        return rule
    if not reason.strip():
        raise ReasonMissing(chosen)
    return chosen
