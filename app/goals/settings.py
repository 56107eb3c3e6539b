"""What an installation decides about the gate of its goals."""

from __future__ import annotations

from app.core.languages import lazy
from app.core.settings import Sense, Setting, setting
from app.goals.gate import DEFAULT_LEVELS, NOTICE_DAYS
from app.goals.labels import LEVELS, POINTS, RISK_LEVELS
from app.goals.models import RiskLevel
from app.goals.reviews import BY_RISK, LONGEST, SHORTEST

GATE = lazy("The gate: what must be in place before a goal takes effect")

SETTINGS = (
    *(
        Setting(
            f"gate_{point.value}",
            GATE,
            POINTS[point],
            level.value,
            options={one.value: words for one, words in LEVELS.items()},
        )
        for point, level in DEFAULT_LEVELS.items()
    ),
    Setting(
        "notice_days",
        GATE,
        lazy("Days of notice before a control measure begins"),
        NOTICE_DAYS,
        lazy("Check your agreement: many say six weeks, some two."),
        low=0,
        high=365,
    ),
    *(
        Setting(
            f"review_{level.value}",
            lazy("How often goals are reviewed, by their risk"),
            lazy("Most months to the next review, risk: %(level)s", level=words),
            BY_RISK[level],
            lazy("A shorter time draws the reviews of such goals nearer at once."),
            low=SHORTEST,
            high=LONGEST,
        )
        for level, words in RISK_LEVELS.items()
    ),
)

SENSES = (
    Sense(
        tuple(f"review_{level.value}" for level in RiskLevel),
        lambda said: said["review_low"] >= said["review_medium"] >= said["review_high"],
        lazy("The higher the risk, the sooner the review: no higher risk may have more months than a lower one."),
    ),
)


def review_limits() -> dict[RiskLevel, int]:
    """The longest time to the next review by risk, in months, as it is chosen now."""
    return {level: setting(f"review_{level.value}") for level in RiskLevel}
