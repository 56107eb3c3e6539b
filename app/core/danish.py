"""Danish letters: the order of words, folding for comparison, and the stem of a word for searching."""

from __future__ import annotations

import re
from functools import cache

import snowballstemmer

WORD = re.compile(r"[^\W_]+")
_ORDER = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y", "é": "e"})


def fold(text: str | None) -> str | None:
    """The text without case, so that Åse equals åse. None stays None."""
    return None if text is None else text.casefold()


def sort_key(text: str) -> tuple[str, str]:
    """A key that puts æ, ø, å after z and aa with å, as Danish lists do."""
    folded = text.casefold()
    return folded.replace("aa", "å").translate(_ORDER), text


def collate(left: str, right: str) -> int:
    """-1, 0 or 1, in Danish order."""
    a, b = sort_key(left), sort_key(right)
    return (a > b) - (a < b)


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("danish")


def stem(word: str) -> str:
    """The stem that Danish forms of a word share: ulykken, ulykker -> ulyk. Words under four letters stay whole."""
    word = word.casefold()
    return _stemmer().stemWord(word) if len(word) > 3 else word


def words(text: str) -> list[str]:
    """The words of a text, without case or punctuation."""
    return WORD.findall(text.casefold())
