"""How far the sheets of a packed spreadsheet reach, read straight from the file before anything makes room for them.

A file of a few hundred bytes can name the last cell there is; a reader that then makes room for all cells up to it
takes more memory than any machine has.
"""

from __future__ import annotations

import re
import zipfile
from typing import Any
from xml.parsers import expat

MOST_CELLS = 2_000_000  # in the rectangle around all that is filled
SHEET = re.compile(r"^xl/(worksheets|macrosheets|chartsheets|dialogsheets)/[^/]+\.xml$", re.IGNORECASE)
CELL = re.compile(r"^\$?([A-Za-z]{1,3})\$?(\d{1,7})$")
STEP = 1 << 16


class TooFar(ValueError):
    """A sheet reaches further than there is any sense in."""


def check(packed: zipfile.ZipFile) -> None:
    """TooFar when the rectangle around the filled cells of any sheet is larger than MOST_CELLS."""
    for entry in packed.infolist():
        if SHEET.match(entry.filename):
            with packed.open(entry) as sheet:
                _check_sheet(sheet)


def _check_sheet(sheet: Any) -> None:
    reach = _Reach()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reach.begin
    parser.EntityDeclHandler = reach.refuse
    while piece := sheet.read(STEP):
        parser.Parse(piece, False)
    parser.Parse(b"", True)


def place_of(reference: str) -> tuple[int, int] | None:
    """(row, column), both from 1, of a cell such as 'B7'; None where it names no single cell."""
    found = CELL.match(reference)
    if found is None:
        return None
    column = 0
    for sign in found[1].upper():
        column = column * 26 + ord(sign) - 64
    return int(found[2]), column


class _Reach:
    def __init__(self) -> None:
        self.rows, self.columns = 1, 1
        self.row, self.column = 0, 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local == "row":
            said = attributes.get("r", "")
            self.row, self.column = int(said) if said.isdecimal() else self.row + 1, 0
        elif local == "c":
            self.row, self.column = place_of(attributes.get("r", "")) or (self.row, self.column + 1)
            self.columns = max(self.columns, self.column)
        self.rows = max(self.rows, self.row)
        if self.rows * self.columns > MOST_CELLS:
            raise TooFar

    def refuse(self, *_declaration: Any) -> None:
        raise TooFar
