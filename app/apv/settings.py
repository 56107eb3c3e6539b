"""What an installation decides about its workplace assessments."""

from __future__ import annotations

from app.core.languages import lazy
from app.core.settings import Setting

SETTINGS = (
    Setting(
        "apv_years", lazy("The workplace assessment (APV)"), lazy("Years until an aspect is to be mapped again"), 3,
        lazy("The law says at least every third year."), low=1, high=3,
    ),
)  # fmt: skip
