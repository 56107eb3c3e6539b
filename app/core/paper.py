"""A document as plain data: title, facts, and sections of paragraphs, lists and tables. Made once, written as DOCX, PDF
or XLSX by `documents.made`. Text is people's own and is nowhere read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.core.formats import number, short_day

# What XML can't hold: control characters, halves of pairs, and two that are no characters.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
SHORT = 1500  # characters that surely fit on a page; such a block is not broken over two
REGIONS = {"da": "DK", "en": "GB"}


@dataclass(frozen=True)
class Words:
    """One or more paragraphs; an empty line parts them. `soft` is for a note that stands back."""

    text: str
    soft: bool = False


@dataclass(frozen=True)
class Points:
    """A list, numbered or with bullets."""

    items: Sequence[Any]
    numbered: bool = False


@dataclass(frozen=True)
class Facts:
    """Names with what they are. Those without a value are left out, except in a workbook, where each name is a column:
    facts of one `name` share a sheet, with the section's heading in a column called `key` where there is one."""

    pairs: Sequence[tuple[Any, Any]]
    name: str = ""
    key: str = ""

    @property
    def said(self) -> list[tuple[str, str]]:
        return [(str(name), shown(value)) for name, value in self.pairs if shown(value)]

    @property
    def is_short(self) -> bool:
        return _length(value for _name, value in self.said) < SHORT


@dataclass(frozen=True)
class Table:
    """Rows under heads. `widths` are shares of the page's width, `empty` is what is said where there are no rows.
    Tables of one name share a sheet of a workbook, with the section's heading in a column called `key` where there is
    one."""

    name: str
    heads: Sequence[Any]
    rows: Sequence[Sequence[Any]]
    widths: Sequence[float] = ()
    empty: str = "–"
    key: str = ""

    @property
    def shares(self) -> list[float]:
        """The share of each column; they add up to 1."""
        widths = list(self.widths) or [1.0] * len(self.heads)
        return [width / sum(widths) for width in widths]

    @property
    def is_short(self) -> bool:
        return _length(value for row in self.rows for value in row) < SHORT


@dataclass(frozen=True)
class Picture:
    """A drawing of our own making, with what it shows in words, for those who don't see it and for files that hold no
    drawings. What stands `beside` it is on its right where the sheet is wide, as in a PDF, and below it elsewhere."""

    svg: str
    alt: str
    beside: Sequence[Words | Points | Facts | Table] = ()


Block = Words | Points | Facts | Table | Picture


def unfolded(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks one after the other; instead of a picture what it shows in words, and what stands beside it."""
    for block in blocks:
        if isinstance(block, Picture):
            yield Words(block.alt, soft=True)
            yield from block.beside
        else:
            yield block


@dataclass(frozen=True)
class Section:
    """What stands under a heading of level 1 to 3. A section of the next level belongs to the one before it."""

    heading: str
    blocks: Sequence[Block] = ()
    level: int = 1
    new_page: bool = False  # in a PDF or DOCX it begins one

    def leads(self, place: int) -> bool:
        """Whether the block at that place is short and belongs on the page of what comes after it."""
        block, after = self.blocks[place], self.blocks[place + 1 : place + 2]
        return bool(after) and (
            (isinstance(block, Facts) and block.is_short) or (isinstance(block, Words) and len(block.text) < SHORT)
        )


@dataclass(frozen=True)
class Paper:
    title: str
    language: str
    subtitle: str = ""
    facts: Facts = Facts(())
    sections: Sequence[Section] = ()
    landscape: bool = False
    size: str = "a4"  # of the sheet of a PDF

    @property
    def locale(self) -> str:
        """'da-DK'."""
        return f"{self.language}-{REGIONS[self.language]}"


def _length(values: Iterable[Any]) -> int:
    """The length of texts, a line counted as the 80 characters that it may take."""
    return sum(len(text) + 80 * text.count("\n") + 20 for text in map(shown, values))


def shown(value: Any) -> str:
    """A value as it stands on paper, without what no file can hold."""
    if value is None:
        return ""
    if isinstance(value, date | datetime):
        return short_day(value)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return number(value)
    return clean(str(value))


def clean(text: str) -> str:
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def paragraphs(text: Any) -> list[list[str]]:
    """A text as paragraphs of lines; none for an empty one."""
    whole = re.split(r"\n\s*\n", shown(text).strip())
    return [part.split("\n") for part in whole if part.strip()]
