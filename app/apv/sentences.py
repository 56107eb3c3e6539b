"""How the history tells of a unit's workplace assessment."""

from __future__ import annotations

from app.apv.labels import FIELDS
from app.core.languages import lazy

SENTENCES = {
    "apv.noted": lazy("%(actor)s wrote how sickness absence and the work-environment organisation came into the "
                      "workplace assessment."),
}  # fmt: skip
LABELS = {"apv_note": FIELDS}
