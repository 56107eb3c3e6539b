"""Words for objectives."""

from __future__ import annotations

from app.core.languages import lazy

FIELDS = {
    "title": lazy("Title"),
    "why": lazy("Why it matters"),
    "value_for": lazy("Value for"),
    "parent": lazy("Above it"),
    "owner": lazy("Owner"),
    "from_on": lazy("From"),
    "to_on": lazy("Until"),
    "closed_on": lazy("Closed on"),
}
