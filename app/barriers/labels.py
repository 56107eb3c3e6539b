"""Words for barriers."""

from __future__ import annotations

from typing import Any

from app.barriers.models import BarrierKind, BarrierStatus
from app.core.languages import lazy

KINDS = {
    BarrierKind.PROCEDURES: lazy("Procedures and rules"),
    BarrierKind.ORGANISATION: lazy("How we are organised"),
    BarrierKind.JOB_DESIGN: lazy("How the tasks are put together"),
    BarrierKind.MEASURING: lazy("The way we measure"),
    BarrierKind.SYSTEMS: lazy("Systems and equipment"),
    BarrierKind.OTHER: lazy("Something else"),
}
STATUSES = {
    BarrierStatus.OPEN: lazy("Not removed"),
    BarrierStatus.REMOVED: lazy("Removed"),
    BarrierStatus.STAYS: lazy("Stays"),
}
FIELDS = {
    "kind": lazy("What kind"),
    "owner": lazy("Who takes it away"),
    "due_on": lazy("To be gone by"),
    "status": lazy("Status"),
    "removed_on": lazy("Removed on"),
}
VALUES: dict[str, dict[Any, Any]] = {"kind": KINDS, "status": STATUSES}
