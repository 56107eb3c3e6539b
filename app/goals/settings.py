"""What an installation decides about the gate of its goals."""

from __future__ import annotations

from app.core.languages import lazy
from app.core.settings import Setting
from app.goals.gate import DEFAULT_LEVELS, NOTICE_DAYS
from app.goals.labels import LEVELS, POINTS

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
)
