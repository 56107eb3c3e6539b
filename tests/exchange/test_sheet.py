import io
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from app.core.documents import xlsx
from app.exchange import cell_comments, sheet
from app.exchange.recognise import FIELDS, mapped, recognise
from app.exchange.sheet import Unreadable, read

FILE = Path(__file__).parent / "maal-2026.xlsx"


def test_the_messy_file():
    grid = sheet.read(FILE.name, FILE.read_bytes())
    assert (grid.name, grid.first_row, len(grid.heads)) == ("Præstationsmål 2026", 6, 16)
    assert set(recognise(grid.heads).values()) == set(FIELDS) - {"purpose"}


def test_the_notes_on_its_cells():
    assert cell_comments.of_sheet(FILE.read_bytes(), "Præstationsmål 2026") == {
        (9, 12): "Husk at tage den med på næste møde"
    }
    assert cell_comments.of_sheet(FILE.read_bytes(), "2024 (gammel)") == {}


@pytest.mark.parametrize("text", ["Afd.;Mål;Nu\nBorgerservice;Svar;1,5\n", 'Afd.,Mål,Nu\nBorgerservice,Svar,"1,5"\n'])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252"])
def test_text_files(text, coding):
    grid = sheet.read("x.csv", text.encode(coding))
    assert grid.heads == ["Afd.", "Mål", "Nu"]
    assert grid.rows == [["Borgerservice", "Svar", "1,5"]]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.xlsx", b"%PDF-1.7", "wrong_type"),
        ("x.xlsx", b"PK\x03\x04 broken", "broken"),
        ("x.csv", b"\x00\x01", "wrong_type"),
        ("x.csv", b"hello;world\n1;2\n", "no_headings"),
        ("x.csv", b"", "no_headings"),
        ("x.csv", b"Afd.;Titel\n" + b"a;b\n" * 5001, "too_many_rows"),
    ],
)
def test_what_can_not_be_read_says_why(name, content, code):
    with pytest.raises(sheet.Unreadable) as raised:
        sheet.read(name, content)
    assert raised.value.code == code


def test_a_file_that_unpacks_to_too_much_is_not_opened():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (sheet.MOST_UNPACKED + 1))
    with pytest.raises(sheet.Unreadable) as raised:
        sheet.read("x.xlsx", packed.getvalue())
    assert raised.value.code == "too_large"


def test_a_file_with_entities_gives_no_notes():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            "xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><workbook><sheet name="S" id="r1"/></workbook>'
        )
    assert cell_comments.of_sheet(packed.getvalue(), "S") == {}


def test_columns_by_hand_win():
    heads = ["Afd.", "Mål", "Noget helt andet"]
    assert mapped(heads, {2: "purpose", 1: ""}) == {0: "unit", 2: "purpose"}
    assert mapped(heads, {7: "note", 2: "shoe_size"}) == {0: "unit", 1: "title"}


def test_our_own_template_is_understood(app):
    from app.exchange.labels import COLUMNS

    with app.app_context(), app.test_request_context():
        heads = [str(COLUMNS[name]) for name in FIELDS]
    with xlsx("x", heads, [["a"] * len(heads)]) as file:
        assert set(recognise(sheet.read("x.xlsx", file.read()).heads).values()) == set(FIELDS)


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_letters(index, letters):
    assert sheet.letter(index) == letters


def packed(*cells: str) -> bytes:
    """A spreadsheet whose only sheet has these cells."""
    workbook = xlsxwriter.Workbook(target := io.BytesIO())
    workbook.add_worksheet("Mål").write("A1", "Afd.")
    workbook.close()
    with zipfile.ZipFile(target) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    rows = "".join(
        f'<row r="{re.sub("[A-Z]", "", c)}"><c r="{c}" t="inlineStr"><is><t>x</t></is></c></row>' for c in cells
    )
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = re.sub(rb"<sheetData>.*</sheetData>", f"<sheetData>{rows}</sheetData>".encode(), parts[sheet])
    with zipfile.ZipFile(made := io.BytesIO(), "w") as whole:
        for name, content in parts.items():
            whole.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize("cells", [("A1", "XFD1048576"), ("A1", "Z1048576"), ("A1", "XFD9999")])
def test_a_cell_far_away_is_refused_before_room_is_made_for_it(cells):
    with pytest.raises(Unreadable) as told:
        read("maal.xlsx", packed(*cells))
    assert told.value.code == "too_far"


def test_odd_line_ends_and_endless_fields_are_told():
    assert read("a.csv", b"Afd.;M\xc3\xa5l\rBorgerservice;Svar\r").rows == [["Borgerservice", "Svar"]]
    with pytest.raises(Unreadable):
        read("a.csv", b"Afd.;M\xc3\xa5l\n" + b"x" * 200_000 + b";y\n")


@pytest.mark.parametrize("content", [b"PK", b"PK\x03\x04" + b"\x00" * 80, packed("A1")[:-40], packed("A1")[:400]])
def test_a_broken_file_is_told(content):
    with pytest.raises(Unreadable):
        read("maal.xlsx", content)
