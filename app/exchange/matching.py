"""Finding what a name in a sheet means: a unit, a person, an objective. Never a guess between two."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.core.danish import stem

NEAR = 0.6
ALIKE = 0.75  # how much two words must share to be a slip of one another
LEAD = 0.1  # how much better the best has to be than the next
SKIPPED = {
    "og",
    "i",
    "for",
    "af",
    "til",
    "på",
    "en",
    "et",
    "den",
    "det",
    "der",
    "som",
    "and",
    "of",
    "the",
    "man",
    "kan",
    "er",
}


@dataclass(frozen=True)
class Match:
    """The key that a name means, how sure that is ('exact', 'near' or 'none'), and what else it might have been."""

    key: int | None
    certainty: str
    alternatives: tuple[str, ...] = ()


@lru_cache(maxsize=20_000)
def words_of(name: str) -> list[str]:
    """The words of a name that tell, as stems; 'Hj.pleje' becomes its two parts."""
    plain = re.sub(r"[^0-9a-zæøå]+", " ", name.casefold().replace("&", " og "))
    return [stem(word) for word in plain.split() if word not in SKIPPED]


def match(name: str, candidates: Sequence[tuple[int, str]]) -> Match:
    """Hold a name against [(key, name)]."""
    wanted = words_of(name)
    exact = [key for key, other in candidates if words_of(other) == wanted]
    if len(exact) == 1:
        return Match(exact[0], "exact")
    scored = sorted(((_likeness(wanted, words_of(other)), -key, other) for key, other in candidates), reverse=True)
    close = [row for row in scored if row[0] >= NEAR]
    if not close:
        return Match(None, "none", tuple(other for score, _key, other in scored[:3] if score > 0.3))
    if len(close) > 1 and close[0][0] - close[1][0] < LEAD:
        return Match(None, "none", tuple(other for _score, _key, other in close[:3]))
    return Match(-close[0][1], "near")


def _likeness(wanted: list[str], other: list[str]) -> float:
    """0 to 1: how many words the two names share, beginnings and small slips counted, weighed both ways."""
    if not wanted or not other:
        return 0.0
    forth = sum(max(_same(word, target) for target in other) for word in wanted) / len(wanted)
    back = sum(max(_same(target, word) for word in wanted) for target in other) / len(other)
    return 0.8 * forth + 0.2 * back


@lru_cache(maxsize=200_000)
def _same(word: str, target: str) -> float:
    if word == target:
        return 1.0
    if len(word) > 1 and len(target) > 1 and (target.startswith(word) or word.startswith(target)):
        return 0.9
    if len(word) > 3 and target.endswith(word):
        return 0.8
    held = difflib.SequenceMatcher(None, word, target, autojunk=False)
    if held.real_quick_ratio() <= ALIKE or held.quick_ratio() <= ALIKE:
        return 0.0
    likeness = held.ratio()
    return likeness * 0.8 if likeness > ALIKE else 0.0


def several(name: str) -> list[str]:
    """The names in a cell that holds more than one."""
    return [part.strip() for part in re.split(r"[/;\n]", name) if part.strip()]


def match_all(cell: str, candidates: Sequence[tuple[int, str]]) -> tuple[list[int], list[str], list[int]]:
    """The keys of all names in a cell, the names that mean nothing known, and the keys that were only near."""
    found: list[int] = []
    lost, near = [], []
    for name in several(cell):
        result = match(name, candidates)
        if result.key is None:
            lost.append(name)
        elif result.key not in found:
            found.append(result.key)
            near += [result.key] if result.certainty == "near" else []
    return found, lost, near
