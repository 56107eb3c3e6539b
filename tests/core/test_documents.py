import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from python_calamine import load_workbook

from app.core.documents import csv_lines, xlsx

HEADS = ["Mål", "Dato", "Tal"]
ROWS = [['Færre <fejl>; "hurtigt"', date(2026, 9, 24), Decimal("1.8")], [None, None, 7]]


def test_a_sheet_reads_back(app):
    with xlsx("Mål", HEADS, ROWS) as file:
        rows = load_workbook(file).get_sheet_by_index(0).to_python()
    assert rows == [HEADS, ['Færre <fejl>; "hurtigt"', date(2026, 9, 24), 1.8], ["", "", 7.0]]


def test_a_text_file_reads_back_in_danish(app):
    with app.app_context(), app.test_request_context():
        text = b"".join(csv_lines(HEADS, ROWS)).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text), delimiter=";")) == [
        HEADS,
        ['Færre <fejl>; "hurtigt"', "24.09.2026", "1,8"],
        ["", "", "7"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_nothing_is_run_by_a_spreadsheet(app, text):
    with app.app_context(), app.test_request_context():
        assert b"".join(csv_lines(["x"], [[text]])).split(b"\n", 1)[1].lstrip(b'"').startswith(b"'")
    with xlsx("x", ["x"], [[text]]) as file:
        book = load_workbook(file)
    assert book.get_sheet_by_index(0).to_python()[1:] == [[text.strip("\r")]] or text == "\r=1"
