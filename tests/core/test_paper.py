"""One description, three kinds of file: read back, with all that people may type in them."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from docx import Document
from python_calamine import load_workbook

from app.core import documents
from app.core.paper import Facts, Paper, Picture, Points, Section, Table, Words, paragraphs
from tests.papers import lines_of

NASTY = [
    "#set text(red)", "#panic(1)", "*fed* _skrå_ `kode` $x^2$", r"\ @ref <a> [x] ] } {", "= overskrift", "- punkt",
    "// væk /* væk */", "=1+1", "&amp; <b>&</b>", "}}{{ %s %(x)s", "https://example.dk/a_b",
]  # fmt: skip
EMOJI = "Godt 😀 漢字"
LONG = "a" * 300
DAY = date(2026, 1, 2)


def paper(**changed):
    said = {
        "title": "Plan #1 for *alle*",
        "subtitle": "Om [arbejdet]",
        "language": "da",
        "facts": Facts([("Enhed", "Borgerservice"), ("Dag", DAY), ("Tom", "")]),
        "sections": [
            Section("Ord $1", [Words("Første.\n\nAndet\nlinje."), Words("Blødt", soft=True), Points(NASTY)]),
            Section("Tal", [Table("Tal: [1]", ["Hvad", "Hvornår"], [[text, DAY] for text in NASTY], (3, 1))]),
            Section("1. Et", [Facts([("Karakter", "x"), ("Omfang", "")], "Problemer", key="Problem")], level=2),
            Section("2. To", [Facts([("Karakter", "y"), ("Omfang", "z")], "Problemer", key="Problem")], level=2),
        ],
    }  # fmt: skip
    return Paper(**said | changed)


@pytest.fixture
def made(app):
    def make(form, **changed):
        with app.test_request_context(), documents.made(paper(**changed), form) as file:
            return file.read()

    return make


def docx(made, **changed):
    return Document(io.BytesIO(made("docx", **changed)))


def test_a_document_has_real_headings_and_all_words(made):
    document = docx(made)
    styled = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith(("Title", "Head", "Sub"))]
    assert styled == [
        ("Title", "Plan #1 for *alle*"), ("Subtitle", "Om [arbejdet]"), ("Heading 1", "Ord $1"), ("Heading 1", "Tal"),
        ("Heading 2", "1. Et"), ("Heading 2", "2. To"),
    ]  # fmt: skip
    bullets = [p.text for p in document.paragraphs if p.style.name == "List Bullet"]
    assert bullets == NASTY
    assert "Andet\nlinje." in [p.text for p in document.paragraphs]


def test_a_document_says_its_language_and_title(made):
    document = docx(made)
    assert (document.core_properties.title, document.core_properties.language) == ("Plan #1 for *alle*", "da-DK")
    with zipfile.ZipFile(io.BytesIO(made("docx", language="en"))) as parts:
        assert b'w:lang w:val="en-GB"' in parts.read("word/styles.xml")
        assert b'w:instr="NUMPAGES"' in parts.read("word/footer1.xml")


def test_the_header_row_of_a_table_repeats_and_columns_keep_their_widths(made):
    table = docx(made).tables[1]
    assert [cell.text for cell in table.rows[0].cells] == ["Hvad", "Hvornår"]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert "w:tblHeader" not in table.rows[1]._tr.xml
    wide, narrow = (cell.width for cell in table.rows[1].cells)
    assert wide / narrow == pytest.approx(3, rel=0.01)
    assert [row.cells[0].text for row in table.rows][1:] == NASTY
    assert table.rows[1].cells[1].text == "2. jan. 2026"


@pytest.mark.parametrize("landscape", [True, False])
def test_a_document_lies_or_stands(made, landscape):
    page = docx(made, landscape=landscape).sections[0]
    assert (page.page_width > page.page_height) is landscape


def test_facts_without_a_value_are_left_out(made):
    facts = docx(made).tables[0]
    assert [row.cells[0].text for row in facts.rows] == ["Enhed", "Dag"]


def test_a_pdf_shows_what_was_typed_and_reads_no_markup(made):
    text = lines_of(made("pdf"))
    for line in ("Plan #1 for *alle*", "Om [arbejdet]", "Ord $1", *NASTY):
        assert line in text, line
    assert "Side 1 af" in text


def test_a_pdf_is_tagged_and_says_its_title_and_language(made):
    pdf = made("pdf")
    assert pdf.startswith(b"%PDF-")
    assert b"/MarkInfo" in pdf
    assert b"/Lang" in pdf
    assert b"pdfuaid" in pdf  # the compiler held it to PDF/UA-1


def test_a_pdf_repeats_the_header_row_on_each_page(made):
    rows = [[f"Række {n}", "x"] for n in range(150)]
    pdf = made("pdf", sections=[Section("Tal", [Table("Tal", ["Hvad her", "Andet"], rows)])])
    pages = lines_of(pdf, "-layout").split("\f")[:-1]
    assert len(pages) > 2
    assert all("Hvad her" in page for page in pages)


def test_words_longer_than_a_line_are_broken(made):
    pdf = made("pdf", sections=[Section("Tal", [Table("Tal", ["A", "B"], [[LONG, "z"]], (1, 5))])])
    assert lines_of(pdf).count("a") >= 300


def test_signs_that_no_font_has_don_t_stop_the_file(made):
    assert made("pdf", title=EMOJI).startswith(b"%PDF-")


@pytest.mark.parametrize("form", ["docx", "pdf", "xlsx"])
def test_what_no_file_can_hold_is_left_out(made, form):
    assert made(form, title="a\x00b\x0b\ud800\ufffe", sections=[Section("\x01", [Words("\x1b[0m")])])


@pytest.mark.parametrize("form", ["docx", "pdf", "xlsx"])
@pytest.mark.parametrize("title", ["", "T" * 300, "ord " * 75])
def test_nothing_and_much_can_be_written(made, form, title):
    empty = [Section("Tom", [Table("Tom", ["A"], [], empty="Ingen"), Facts([]), Points([]), Words("")])]
    assert made(form, title=title, facts=Facts([]), sections=empty)
    assert made(form, title=title, sections=[])


def test_a_table_without_rows_says_so(made):
    document = docx(made, facts=Facts([]), sections=[Section("Tom", [Table("Tom", ["A"], [], empty="Ingen endnu")])])
    assert "Ingen endnu" in [p.text for p in document.paragraphs]
    assert document.tables == []


def sheets(made, **changed):
    book = load_workbook(io.BytesIO(made("xlsx", **changed)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_a_workbook_has_a_sheet_for_the_words_and_one_for_each_table(made):
    found = sheets(made)
    assert list(found) == ["Om", "Tal 1", "Problemer"]  # a sheet's name can hold no colon and no brackets
    words = [cell for row in found["Om"] for cell in row if cell]
    assert {"Plan #1 for *alle*", "Borgerservice", "Blødt", *NASTY} <= set(words)


def test_facts_of_one_name_share_a_sheet(made):
    assert sheets(made)["Problemer"] == [
        ["Problem", "Karakter", "Omfang"], ["1. Et", "x", ""], ["2. To", "y", "z"],
    ]  # fmt: skip


def test_a_workbook_runs_nothing_and_keeps_days_as_days(made):
    rows = sheets(made)["Tal 1"]
    assert [row[0] for row in rows[1:]] == NASTY
    assert rows[1][1] == DAY


def test_sheets_of_the_same_beginning_have_names_of_their_own(made):
    tables = [Section("x", [Table("Samme navn der er alt for langt " + end, ["A"], [["1"]])]) for end in ("a", "b")]
    assert len(sheets(made, sections=tables)) == 3


def test_an_empty_line_parts_paragraphs():
    assert paragraphs(" en\r\nto\n \ntre ") == [["en", "to"], ["tre"]]
    assert paragraphs(None) == []


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>'


def with_picture():
    drawn = Picture(SVG, "En cirkel *#1*", [Table("Liste", ["Hvad"], [["Møde"]]), Words("Helligdag")])
    return paper(sections=[Section("Hjul", [drawn])], size="a3", landscape=True)


def test_a_picture_has_its_words_in_every_kind_of_file(app):
    pdf = documents.made(with_picture(), "pdf").read()
    assert b"/MarkInfo" in pdf
    words = "\n".join(one.text for one in Document(documents.made(with_picture(), "docx")).paragraphs)
    assert "En cirkel *#1*" in words
    assert "Helligdag" in words
    book = load_workbook(documents.made(with_picture(), "xlsx"))
    assert "Liste" in book.sheet_names
    assert any("En cirkel *#1*" in row for row in book.get_sheet_by_index(0).to_python())
