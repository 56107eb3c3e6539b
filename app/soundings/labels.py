"""Words for soundings."""

from __future__ import annotations

from app.core.languages import lazy

FIELDS = {
    "committee": lazy("Committee"),
    "goal": lazy("Goal"),
    "question": lazy("What it is about"),
    "minimum": lazy("How many must take part"),
    "opened_by": lazy("Opened by"),
    "opened_on": lazy("Opened on"),
    "closes_on": lazy("Last day"),
    "closed_on": lazy("Closed on"),
    "closed_by": lazy("Closed by"),
    "to_move": lazy("What it would take to move"),
}
