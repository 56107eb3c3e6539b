"""Files made from one description of columns: XLSX and CSV, row by row, with nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter

from app.core.clock import COPENHAGEN
from app.core.formats import number, typed_day

RISKY = ("=", "+", "-", "@", "\t", "\r")
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDEST = 60


def xlsx(title: str, heads: Sequence[Any], rows: Iterable[Sequence[Any]]) -> IO[bytes]:
    """An open spreadsheet file, at its start. Memory does not grow with the rows. Text is never read as a formula."""
    file = TemporaryFile()  # noqa: SIM115 - the response closes it
    book = xlsxwriter.Workbook(file, OPTIONS)
    sheet = book.add_worksheet(title[:31])
    bold = book.add_format({"bold": True, "bottom": 1})
    day = book.add_format({"num_format": "dd-mm-yyyy", "align": "left"})
    sheet.freeze_panes(1, 0)
    for x, head in enumerate(heads):
        sheet.set_column(x, x, min(WIDEST, max(12, len(str(head)) + 2)))
        sheet.write_string(0, x, str(head), bold)
    for y, row in enumerate(rows, start=1):
        for x, value in enumerate(row):
            _write(sheet, y, x, value, day)
    book.close()
    file.seek(0)
    return file


def _write(sheet: Any, y: int, x: int, value: Any, day: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, datetime):
        sheet.write_datetime(y, x, value.astimezone(COPENHAGEN).replace(tzinfo=None), day)
    elif isinstance(value, date):
        sheet.write_datetime(y, x, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001 - sheets know no zones
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        sheet.write_number(y, x, float(value))
    else:
        sheet.write_string(y, x, str(value))


def csv_file(heads: Sequence[Any], rows: Iterable[Sequence[Any]]) -> IO[bytes]:
    """A CSV as an open file, at its start: whole before it is sent, since rows can't be asked for later."""
    file = TemporaryFile()  # noqa: SIM115 - the response closes it
    file.writelines(csv_lines(heads, rows))
    file.seek(0)
    return file


def csv_lines(heads: Sequence[Any], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """A semicolon-separated file that Danish spreadsheets open by themselves: UTF-8 with its mark, decimal commas."""
    yield b"\xef\xbb\xbf"
    for row in [list(heads)], rows:
        for values in row:
            buffer = io.StringIO()
            csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerow([_plain(value) for value in values])
            yield buffer.getvalue().encode()


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date | datetime):
        return typed_day(value.astimezone(COPENHAGEN).date() if isinstance(value, datetime) else value)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return number(value)
    text = str(value)
    return f"'{text}" if text.startswith(RISKY) else text
