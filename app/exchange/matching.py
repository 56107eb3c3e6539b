"""Finding what a name in a sheet means: a unit, a person, an objective. Never a guess between two."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.core.danish import stem

NEAR = 0.6
ALIKE = 0.75  # how much two words must share to be a slip of one another
WORTH_NAMING = 0.3
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
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name that tell, as stems; 'Hj.pleje' becomes its two parts."""
    plain = re.sub(r"[^0-9a-zæøå]+", " ", name.casefold().replace("&", " og "))
    return tuple(stem(word) for word in plain.split() if word not in SKIPPED)


class Names:
    """Names to hold others against, as [(key, name)]; each name is only looked for once."""

    def __init__(self, candidates: Iterable[tuple[int, str]] = ()) -> None:
        self.listed = [(key, name, words_of(name)) for key, name in candidates]
        self.by_key = {key: name for key, name, _words in self.listed}
        self.with_word: dict[str, set[int]] = {}
        for place, (_key, _name, words) in enumerate(self.listed):
            for word in words:
                self.with_word.setdefault(word, set()).add(place)
        self.found: dict[str, Match] = {}

    def __getitem__(self, key: int) -> str:
        return self.by_key[key]

    def match(self, name: str) -> Match:
        if name not in self.found:
            self.found[name] = self._match(words_of(name))
        return self.found[name]

    def _match(self, wanted: tuple[str, ...]) -> Match:
        exact = [key for key, _name, words in self.listed if words == wanted]
        if len(exact) == 1:
            return Match(exact[0], "exact")
        scored = sorted((self._scored(place, wanted) for place in self._with_any(wanted)), reverse=True)
        close = [row for row in scored if row[0] >= NEAR]
        if not close:
            return Match(None, "none", tuple(other for score, _key, other in scored[:3] if score > WORTH_NAMING))
        if len(close) > 1 and close[0][0] - close[1][0] < LEAD:
            return Match(None, "none", tuple(other for _score, _key, other in close[:3]))
        return Match(-close[0][1], "near")

    def _with_any(self, wanted: tuple[str, ...]) -> set[int]:
        """The places of the names that share a word, or nearly, with those wanted. A slip in the first letter is rare,
        and looking for it would cost ten times as much."""
        near: set[int] = set()
        for word in wanted:
            for target, places in self.with_word.items():
                may_be = target[:1] == word[:1] or target.endswith(word) or word.endswith(target)
                if may_be and (_same(word, target) or _same(target, word)):
                    near |= places
        return near

    def _scored(self, place: int, wanted: tuple[str, ...]) -> tuple[float, int, str]:
        key, name, words = self.listed[place]
        return _likeness(wanted, words), -key, name


def match(name: str, candidates: Iterable[tuple[int, str]]) -> Match:
    """Hold one name against [(key, name)]."""
    return Names(candidates).match(name)


def _likeness(wanted: tuple[str, ...], other: tuple[str, ...]) -> float:
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
    if 2 * min(len(word), len(target)) <= ALIKE * (len(word) + len(target)):
        return 0.0
    held = difflib.SequenceMatcher(None, word, target, autojunk=False)
    if held.quick_ratio() <= ALIKE:
        return 0.0
    likeness = held.ratio()
    return likeness * 0.8 if likeness > ALIKE else 0.0


def several(name: str) -> list[str]:
    """The names in a cell that holds more than one."""
    return [part.strip() for part in re.split(r"[/;\n]", name) if part.strip()]


def match_all(cell: str, names: Names) -> tuple[list[int], list[str], list[int]]:
    """The keys of all names in a cell, the names that mean nothing known, and the keys that were only near."""
    found: list[int] = []
    lost, near = [], []
    for name in several(cell):
        result = names.match(name)
        if result.key is None:
            lost.append(name)
        elif result.key not in found:
            found.append(result.key)
            near += [result.key] if result.certainty == "near" else []
    return found, lost, near
