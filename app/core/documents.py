"""Files made from one description: XLSX and CSV of columns, row by row; DOCX, PDF and XLSX of a paper. Nothing in them
is run by a spreadsheet or read as markup."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any

import xlsxwriter

from app.core.clock import COPENHAGEN
from app.core.formats import number, typed_day
from app.core.languages import speaking
from app.core.paper import Paper, clean
from app.core.paper_docx import docx
from app.core.paper_pdf import pdf
from app.core.paper_sheets import Sheet, sheets_of

RISKY = ("=", "+", "-", "@", "\t", "\r")
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDEST = 60
LONGEST_CELL = 32_767  # a spreadsheet holds no more
FORMS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def made(paper: Paper, form: str) -> IO[bytes]:
    """The paper as an open file, at its start; the form is docx, pdf or xlsx. Unmade when no file comes of it."""
    if form == "xlsx":
        return workbook(paper)
    return io.BytesIO({"docx": docx, "pdf": pdf}[form](paper))


def workbook(paper: Paper) -> IO[bytes]:
    """The paper as a spreadsheet: a sheet with its words, then one for all tables and facts of the same name."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {**OPTIONS, "in_memory": True})
    book.set_properties({"title": clean(paper.title)[:255]})
    styles = {
        "bold": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "day": book.add_format({"num_format": "dd-mm-yyyy", "align": "left", "valign": "top"}),
    }
    with speaking(paper.language):
        for sheet in sheets_of(paper):
            _fill(book.add_worksheet(sheet.name), sheet, styles)
    book.close()
    file.seek(0)
    return file


def _fill(page: Any, sheet: Sheet, styles: dict[str, Any]) -> None:
    for x, width in enumerate(sheet.widths):
        page.set_column(x, x, width)
    if sheet.heads:
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        page.set_landscape()
        page.fit_to_pages(1, 0)
    page.set_paper(9)  # A4
    for y, row in enumerate([sheet.heads, *sheet.rows] if sheet.heads else sheet.rows):
        for x, value in enumerate(row):
            style = styles["head" if sheet.heads and y == 0 else "bold" if (y, x) in sheet.bold else "text"]
            _write(page, y, x, value, styles["day"], style)


def xlsx(title: str, heads: Sequence[Any], rows: Iterable[Sequence[Any]]) -> IO[bytes]:
    """An open spreadsheet file, at its start. Memory does not grow with the rows. Text is never read as a formula."""
    with TemporaryDirectory() as folder:  # what the library writes while it works, gone also when a row fails
        return _spreadsheet(title, heads, rows, OPTIONS | {"tmpdir": folder})


def _spreadsheet(title: str, heads: Sequence[Any], rows: Iterable[Sequence[Any]], options: dict[str, Any]) -> IO[bytes]:
    file = TemporaryFile()  # noqa: SIM115 - the response closes it
    book = xlsxwriter.Workbook(file, options)
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


def _write(sheet: Any, y: int, x: int, value: Any, day: Any, text: Any = None) -> None:
    if value is None or value == "":
        return
    if isinstance(value, datetime):
        sheet.write_datetime(y, x, value.astimezone(COPENHAGEN).replace(tzinfo=None), day)
    elif isinstance(value, date):
        sheet.write_datetime(y, x, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001 - sheets know no zones
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        sheet.write_number(y, x, float(value), text)
    else:
        sheet.write_string(y, x, clean(str(value))[:LONGEST_CELL], text)


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
