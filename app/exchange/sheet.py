"""A spreadsheet as a grid: the right sheet of the file, and the line where its headings stand."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from python_calamine import CalamineError, load_workbook

from app.exchange import extent
from app.exchange.recognise import recognise

MOST_ROWS = 5_000
MOST_UNPACKED = 50_000_000  # bytes; a small file that unpacks to far more is refused before it is opened
HEAD_LINES = 15
# What opening a packed file can end in: not packed as it says, encrypted, an unknown packing, no XML inside.
BROKEN = (
    CalamineError, zipfile.BadZipFile, KeyError, OSError, EOFError, RuntimeError, NotImplementedError, zlib.error,
    expat.ExpatError, ValueError,
)  # fmt: skip


class Unreadable(ValueError):
    """The file can't be read; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Grid:
    """A sheet: its name, the number of its first data row (as the spreadsheet counts), headings and rows of cells."""

    name: str
    first_row: int
    heads: list[str]
    rows: list[list[Any]]


def letter(index: int) -> str:
    """The letter of a column: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def read(name: str, content: bytes) -> Grid:
    """The sheet of a file that holds goals. Unreadable when there is none, or the file is broken or too large."""
    sheets = _sheets(name, content)
    grids = [grid for title, rows in sheets if (grid := _grid(title, rows)) is not None]
    if not grids:
        raise Unreadable("no_headings")
    best = max(grids, key=lambda grid: (len(recognise(grid.heads)), len(grid.rows)))
    if len(best.rows) > MOST_ROWS:
        raise Unreadable("too_many_rows")
    return best


def _sheets(name: str, content: bytes) -> list[tuple[str, list[list[Any]]]]:
    if name.lower().endswith(".csv"):
        return [(name, _csv_rows(content))]
    if not content.startswith(b"PK"):
        raise Unreadable("wrong_type")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
                raise Unreadable("too_large")
            extent.check(packed)
        book = load_workbook(io.BytesIO(content))
        return [(title, _padded(book.get_sheet_by_name(title))) for title in book.sheet_names]
    except Unreadable:
        raise
    except extent.TooFar as error:
        raise Unreadable("too_far") from error
    except BROKEN as error:
        raise Unreadable("broken") from error


def _padded(sheet: Any) -> list[list[Any]]:
    """The rows from the very first on: the reader leaves out empty ones before the first filled cell."""
    top, left = sheet.start or (0, 0)
    rows = [[""] * left + row for row in sheet.to_python(skip_empty_area=True)]
    return [[] for _row in range(top)] + rows


def _csv_rows(content: bytes) -> list[list[Any]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise Unreadable("wrong_type")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") >= first.count(",") else ","
    try:
        return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise Unreadable("broken") from error


def _grid(title: str, rows: list[list[Any]]) -> Grid | None:
    """The sheet from its headings on; None where no line looks like headings."""
    best, found = -1, 1
    for index, row in enumerate(rows[:HEAD_LINES]):
        known = len(recognise([str(cell) for cell in row]))
        if known > found:
            best, found = index, known
    if best < 0:
        return None
    heads = [str(cell).strip() for cell in rows[best]]
    first = best + 1
    if first < len(rows) and _is_second_line(heads, rows[first]):
        heads = _merged(heads, rows[first])
        first += 1
    return Grid(title, first + 1, heads, rows[first:])


def _is_second_line(heads: list[str], row: list[Any]) -> bool:
    """Whether a row only names parts of a merged heading above it: it says nothing where the line above does."""
    cells = [str(cell).strip() for cell in row]
    filled = {index for index, cell in enumerate(cells) if cell}
    named = {index for index, head in enumerate(heads) if head}
    return bool(filled) and len(filled & named) <= 1 and len(recognise(cells)) >= 2


def _merged(heads: list[str], row: list[Any]) -> list[str]:
    below = [str(cell).strip() for cell in row]
    width = max(len(heads), len(below))
    heads, below = heads + [""] * (width - len(heads)), below + [""] * (width - len(below))
    return [under or above for above, under in zip(heads, below, strict=True)]
