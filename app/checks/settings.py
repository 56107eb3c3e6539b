"""What an installation decides about its service check."""

from __future__ import annotations

from datetime import date

from app.core.clock import today
from app.core.languages import lazy
from app.core.settings import Setting, setting
from app.goals.reviews import months_later

SETTINGS = (
    Setting(
        "set_aside_longest_months",
        lazy("Service check"),
        lazy("Most months that a finding can be set aside"),
        12,
        lazy("After that it comes up again by itself and must be looked at once more."),
        low=1,
        high=36,
    ),
)


def latest_until() -> date:
    """The last day until which a finding can be set aside, as it is chosen now."""
    return months_later(today(), setting("set_aside_longest_months"))
