"""What an installation decides about actions."""

from __future__ import annotations

from app.core.languages import lazy
from app.core.settings import Setting

GROUP = lazy("Actions")

SETTINGS = (
    Setting(
        "check_after_days", GROUP, lazy("Days from done to the effect check"), 90,
        lazy("When an action is done and nobody has said when to look whether it worked, it is looked at after so many "
             "days."),
        low=1, high=730,
    ),
    Setting(
        "action_rise_days", GROUP, lazy("Days overdue before it rises"), 7,
        lazy("An action that is overdue by more days than this also stands on the desk of the nearest manager over "
             "the unit in which it is done."),
        low=0, high=365,
    ),
)  # fmt: skip
