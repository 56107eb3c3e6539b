"""Paper as the sheets of a workbook: its words first, then its tables and facts, those of one name on one sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.core.languages import gettext as _
from app.core.paper import Facts, Paper, Points, Section, Table, Words, clean, unfolded

FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME = 31
WIDTH, NARROW, WIDE = 150, 12, 50  # in characters: what the columns of a sheet share, and their bounds
KEY_WIDTH = 34


@dataclass
class Sheet:
    """`bold` are the cells (row, column) that head others."""

    name: str
    heads: Sequence[Any]
    rows: list[Sequence[Any]] = field(default_factory=list)
    widths: Sequence[float] = ()
    bold: set[tuple[int, int]] = field(default_factory=set)


def sheets_of(paper: Paper) -> list[Sheet]:
    found = [_cover(paper), *_tables(paper)]
    taken: set[str] = set()
    for sheet in found:
        sheet.name = _free(sheet.name, taken)
    return found


def _cover(paper: Paper) -> Sheet:
    """Title, facts and all that stands in no table."""
    sheet = Sheet(_("About"), (), [(paper.title,)], (40, 90), {(0, 0)})
    rows: list[Sequence[Any]] = [(paper.subtitle,)] if paper.subtitle else []
    sheet.rows += [*rows, *paper.facts.said]
    for section in paper.sections:
        words = list(_words(section))
        if words:
            sheet.rows += [(), (section.heading,)]
            sheet.bold.add((len(sheet.rows) - 1, 0))
            sheet.rows += words
    return sheet


def _words(section: Section) -> Iterator[Sequence[Any]]:
    for block in unfolded(section.blocks):
        if isinstance(block, Words) and block.text:
            yield ("", block.text)
        elif isinstance(block, Points):
            yield from (("", item) for item in block.items)
        elif isinstance(block, Facts) and not block.name:
            yield from block.said


def _tables(paper: Paper) -> list[Sheet]:
    """The tables and facts of each name together."""
    named: dict[str, list[tuple[Section, Table]]] = {}
    for section in paper.sections:
        for table in (_as_table(block) for block in unfolded(section.blocks)):
            if table is not None:
                named.setdefault(table.name, []).append((section, table))
    return [_together(name, parts) for name, parts in named.items()]


def _as_table(block: Any) -> Table | None:
    if isinstance(block, Facts) and block.name:
        names, values = zip(*block.pairs, strict=True)
        return Table(block.name, names, [values], key=block.key)
    return block if isinstance(block, Table) else None


def _together(name: str, parts: list[tuple[Section, Table]]) -> Sheet:
    first = parts[0][1]
    widths = [min(WIDE, max(NARROW, share * WIDTH)) for share in first.shares]
    if not first.key:
        return Sheet(name, first.heads, [row for _section, table in parts for row in table.rows], widths)
    rows: list[Sequence[Any]] = [[section.heading, *row] for section, table in parts for row in table.rows]
    return Sheet(name, [first.key, *first.heads], rows, [KEY_WIDTH, *widths])


def _free(name: str, taken: set[str]) -> str:
    """A name that a sheet may have and that no other has, whatever the case of its letters."""
    plain = " ".join(FORBIDDEN.sub(" ", clean(name)).split()).strip("'")[:LONGEST_NAME] or "–"
    free, n = plain, 2
    while free.casefold() in taken:
        free, n = f"{plain[: LONGEST_NAME - 4]} {n}", n + 1
    taken.add(free.casefold())
    return free
