"""What an upgrade of the program changed in the words of a line that the organisation has put its own on top of."""

from __future__ import annotations

from difflib import SequenceMatcher

from markupsafe import Markup

from app.core.history import Difference, marked
from app.library.labels import FIELDS
from app.library.lines import Line

MOSTLY = 0.6


def shipped_changes(line: Line) -> list[Difference]:
    """How the shipped words differ from those that were shipped when the organisation reworded them."""
    if line.shipped is None or not line.is_overtaken:
        return []
    pairs = [(name, getattr(line.row, f"shipped_{name}"), getattr(line.shipped, name)) for name in ("da", "en")]
    return [
        Difference(str(FIELDS[name]), before, now, _word_by_word(before, now))
        for name, before, now in pairs
        if before != now
    ]


def _word_by_word(before: str, now: str) -> Markup | None:
    """The difference in the words, where enough of them stayed that it reads well; otherwise the two stand whole."""
    alike = SequenceMatcher(None, before.split(), now.split()).ratio()
    return marked(before, now) if before and now and alike >= MOSTLY else None
