"""What an installation decides about hearings."""

from __future__ import annotations

from app.core.languages import lazy
from app.core.settings import Setting

SETTINGS = (
    Setting(
        "hearing_days",
        lazy("Hearings"),
        lazy("Days that a hearing is open"),
        14,
        lazy("The deadline that a new hearing proposes; whoever opens it can choose another."),
        low=1,
        high=120,
    ),
)
