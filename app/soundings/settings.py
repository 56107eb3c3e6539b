"""What an installation decides about soundings."""

from __future__ import annotations

from app.core.languages import lazy
from app.core.settings import Setting
from app.soundings.models import FEWEST

GROUP = lazy("Soundings")

SETTINGS = (
    Setting(
        "sounding_minimum", GROUP, lazy("How many must take part before anything shows?"), FEWEST,
        lazy("It also holds for each balance and for each side. A round keeps the number that it was opened with."),
        low=FEWEST, high=20,
    ),
    Setting(
        "sounding_pause", GROUP, lazy("Days between two rounds on the same"), 14,
        lazy("Two results close to each other can be held against each other, and tell what one person answered."),
        low=7, high=365,
    ),
)  # fmt: skip
