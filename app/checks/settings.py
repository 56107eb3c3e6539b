"""What an installation decides about its service check."""

from __future__ import annotations

from app.core.languages import lazy
from app.core.settings import Setting

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
