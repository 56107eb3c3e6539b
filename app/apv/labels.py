"""Words of the workplace assessment."""

from __future__ import annotations

from app.apv.mark import Mark
from app.core.languages import lazy

FIELDS = {
    "absence": lazy("How sickness absence was taken into account"),
    "participation": lazy("How the work-environment organisation took part"),
}

MARKS = {
    Mark.FINE: lazy("Mapped"),
    Mark.SOON: lazy("Due within six months"),
    Mark.OVERDUE: lazy("Overdue"),
    Mark.NEVER: lazy("Never mapped"),
}
SIGNS = {
    Mark.FINE: ("good", "check"),
    Mark.SOON: ("warn", "clock"),
    Mark.OVERDUE: ("bad", "warn"),
    Mark.NEVER: ("", "question"),
}  # how a mark looks: kind of pill and icon
