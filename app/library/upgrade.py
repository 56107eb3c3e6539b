"""What an upgrade of the program changed in the words of a line that the organisation has put its own on top of."""

from __future__ import annotations

from app.core.history import Difference, marked
from app.library.labels import FIELDS
from app.library.lines import Line


def shipped_changes(line: Line) -> list[Difference]:
    """How the shipped words differ from those that were shipped when the organisation reworded them."""
    if line.shipped is None or not line.is_overtaken:
        return []
    pairs = [(name, getattr(line.row, f"shipped_{name}"), getattr(line.shipped, name)) for name in ("da", "en")]
    return [
        Difference(str(FIELDS[name]), before, now, marked(before, now)) for name, before, now in pairs if before != now
    ]
