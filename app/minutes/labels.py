"""Words for minutes."""

from __future__ import annotations

from app.core.languages import lazy
from app.organisation.labels import SIDES

FIELDS = {
    "words": lazy("Words"),
    "on_behalf_of": lazy("On behalf of"),
    "meeting": lazy("Meeting"),
    "item": lazy("Item"),
    "made_by": lazy("Made by"),
    "settled_words": lazy("What became of it"),
    "settled_at": lazy("Settled"),
    "settled_by": lazy("Settled by"),
    "withdrawn_at": lazy("Taken back"),
    "added_by": lazy("Added by"),
}
VALUES = {"side": SIDES}
