"""Which column of a sheet holds which field of a goal, told by its heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

# What the headings begin with, in the two languages, without case, spaces and signs.
WORDS: dict[str, tuple[str, ...]] = {
    "unit": ("afd", "enhed", "afdeling", "unit", "department", "arbejdsplads"),
    "title": ("mål", "målet", "målnavn", "titel", "præstationsmål", "goal", "title"),
    "measure": ("hvadmåler", "indikator", "måleenhed", "measure", "indicator"),
    "baseline": ("nu", "udgangspunkt", "baseline", "start", "nuværende"),
    "decided_target": ("måltal", "target", "decidedtarget", "besluttet"),
    "owner": ("ansvarlig", "ejer", "owner", "responsible"),
    "objectives": ("strategi", "strategiskmål", "objective", "strategic", "strategiske"),
    "measured_whom": ("hvemmåles", "målgruppe", "whoismeasured", "measured", "gruppe"),
    "hangs_on": ("bonus", "løn", "belønning", "reward", "hvadhænger"),
    "registration_minutes": ("registrering", "minutter", "registration"),
    "next_review_on": ("næsteopfølgning", "opfølgning", "eftersyn", "næsteeftersyn", "review", "nextreview"),
    "purpose": ("formål", "hvorfor", "purpose"),
    "note": ("bemærkning", "note", "remark", "kommentar"),
    "focus": ("fokus", "focus"),
    "level": ("niveau", "level"),
    "process": ("proces", "process"),
    "use": ("anv", "anvendelse", "use"),
}
FIELDS = tuple(WORDS)
REQUIRED = ("unit", "title")
# Headings that begin like another field's word and would be taken for it.
EXACT = {"mål", "nu", "start", "use", "measured", "løn", "goal", "title"}


def plain(text: str) -> str:
    """A heading without case, spaces and signs."""
    return re.sub(r"[^0-9a-zæøå]", "", text.casefold())


def _matches(heading: str, word: str) -> bool:
    return heading == word if word in EXACT else heading.startswith(word)


def recognise(heads: Sequence[str]) -> dict[int, str]:
    """{column index: field} for the headings that are known; the first column of a field wins."""
    found: dict[int, str] = {}
    for index, heading in enumerate(heads):
        known = plain(heading)
        candidates = [
            (len(word), field)
            for field, words in WORDS.items()
            for word in words
            if known and field not in found.values() and _matches(known, word)
        ]
        if candidates:
            found[index] = max(candidates)[1]
    return found


def mapped(heads: Sequence[str], by_hand: Mapping[int, str]) -> dict[int, str]:
    """The columns as recognised, but where a person said otherwise ('' leaves a column out)."""
    chosen = {**recognise(heads), **by_hand}
    return {index: field for index, field in sorted(chosen.items()) if field in FIELDS and 0 <= index < len(heads)}
