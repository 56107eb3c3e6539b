"""Words for the service check."""

from __future__ import annotations

from app.balances.labels import NAMES
from app.checks.score import Severity
from app.core.languages import lazy

SEVERITIES = {
    Severity.SERIOUS: lazy("Serious"),
    Severity.MODERATE: lazy("Moderate"),
    Severity.NOTE: lazy("Remark"),
}
HEADINGS = {
    Severity.SERIOUS: lazy("Serious: look at these first"),
    Severity.MODERATE: lazy("Moderate: to be mended"),
    Severity.NOTE: lazy("Remarks: worth a thought"),
}
FIELDS = {
    "code": lazy("Finding"),
    "reason": lazy("Why it is set aside"),
    "until": lazy("Set aside until"),
}
BALANCES = NAMES
