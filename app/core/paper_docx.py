"""Paper as DOCX: real headings, header rows that repeat, the language and title said, page numbers in the footer."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from app.core.languages import gettext as _
from app.core.languages import speaking
from app.core.paper import Block, Facts, Paper, Points, Table, Words, paragraphs, shown

FONT = "Arial"
SEA, SOFT = RGBColor(0x0B, 0x4A, 0x6F), RGBColor(0x47, 0x57, 0x61)
HEAD_FILL, LINE = "E6F0F6", "CBC6BA"
SHORT, LONG, MARGIN = 210, 297, 18  # an A4 sheet in millimetres
SIZES = {"Title": 20, "Subtitle": 11.5, "Heading 1": 14, "Heading 2": 11.5, "Heading 3": 10}
LONGEST_TITLE = 255  # what the file's own property may hold


def docx(paper: Paper) -> bytes:
    with speaking(paper.language):
        document = Document()
        _lay_out(document, paper)
        _head(document, paper)
        for section in paper.sections:
            document.add_heading(shown(section.heading), section.level)
            for place, block in enumerate(section.blocks):
                WRITERS[type(block)](document, block, _width(paper))
                if section.leads(place):
                    document.paragraphs[-1].paragraph_format.keep_with_next = True
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _width(paper: Paper) -> int:
    """Of the text, in millimetres."""
    return (LONG if paper.landscape else SHORT) - 2 * MARGIN


def _lay_out(document: Any, paper: Paper) -> None:
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE if paper.landscape else WD_ORIENT.PORTRAIT
    wide, high = (LONG, SHORT) if paper.landscape else (SHORT, LONG)
    page.page_width, page.page_height = Mm(wide), Mm(high)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN)
    document.core_properties.title = shown(paper.title)[:LONGEST_TITLE]
    document.core_properties.language = paper.locale
    document.core_properties.author = document.core_properties.comments = ""
    document.settings.element.append(_element("autoHyphenation"))
    _dress(document, paper.locale)
    _number_pages(page.footer.paragraphs[0])


def _dress(document: Any, locale: str) -> None:
    for name in ("Normal", *SIZES):
        style = document.styles[name]
        style.font.name, style.font.italic = FONT, False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)
    document.styles["Normal"].font.size = Pt(10)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    for name, size in SIZES.items():
        style = document.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), SOFT if name == "Subtitle" else SEA
        style.font.bold = name != "Subtitle"
        style.paragraph_format.space_before = Pt(14 if name.startswith("Heading") else 0)
        style.paragraph_format.space_after = Pt(5)
        for spacing in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(spacing)
    border = document.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        document.styles["Title"].element.pPr.remove(border)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)


def _number_pages(paragraph: Any) -> None:
    mark = "\x1f"
    before, between, after = _("Page %(number)s of %(count)s", number=mark, count=mark).split(mark)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for words, code in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        run = paragraph.add_run(words)
        run.font.size, run.font.color.rgb = Pt(8.5), SOFT
        if code:
            field = _element("fldSimple", instr=code)
            paragraph._p.append(field)
            number = paragraph.add_run("1")
            number.font.size, number.font.color.rgb = Pt(8.5), SOFT
            field.append(number._r)


def _head(document: Any, paper: Paper) -> None:
    document.add_paragraph(shown(paper.title), style="Title")
    if paper.subtitle:
        document.add_paragraph(shown(paper.subtitle), style="Subtitle")
    _facts(document, paper.facts, _width(paper))


def _words(document: Any, block: Words, _page: int) -> None:
    for lines in paragraphs(block.text):
        run = document.add_paragraph().add_run("\n".join(lines))
        if block.soft:
            run.font.color.rgb = SOFT


def _points(document: Any, block: Points, _page: int) -> None:
    for item in block.items:
        document.add_paragraph(shown(item), style="List Number" if block.numbered else "List Bullet")


def _facts(document: Any, block: Facts, page: int) -> None:
    if not block.said:
        return
    name_width = 58 if page > SHORT else 46
    table = _grid(document, len(block.said), [name_width, page - name_width])
    for row, (name, value) in zip(table.rows, block.said, strict=True):
        _fill(row.cells[0], name, bold=True, together=True)
        _fill(row.cells[1], value, together=True)
    _after(document)


def _table(document: Any, block: Table, page: int) -> None:
    if not block.rows:
        _words(document, Words(block.empty, soft=True), page)
        return
    table = _grid(document, 1 + len(block.rows), [share * page for share in block.shares])
    _describe(table, block.name)
    for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
        _fill(cell, head, bold=True, size=9)
        cell._tc.get_or_add_tcPr().append(_element("shd", val="clear", color="auto", fill=HEAD_FILL))
    table.rows[0]._tr.get_or_add_trPr().append(_element("tblHeader"))
    for row, values in zip(list(table.rows)[1:], block.rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            _fill(cell, value, size=9)
    _draw_lines(table)
    _after(document)


def _grid(document: Any, rows: int, widths: list[float]) -> Any:
    """A table without lines, its columns as wide as said whatever stands in them, its rows whole on a page."""
    table = document.add_table(rows, len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(_element("cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return table


def _describe(table: Any, name: str) -> None:
    if name:
        table._tbl.tblPr.append(_element("tblCaption", val=shown(name)))


def _fill(cell: Any, value: Any, *, bold: bool = False, size: float = 10, together: bool = False) -> None:
    """Write a value into a cell; `together` keeps its row on the page of the next one."""
    for at, lines in enumerate(paragraphs(value)):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.keep_with_next = together or None
        run = paragraph.add_run("\n".join(lines))
        run.font.size, run.bold = Pt(size), bold or None


def _draw_lines(table: Any) -> None:
    borders = _element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(side, val="single", sz="4", space="0", color=LINE))
    table._tbl.tblPr.append(borders)


def _after(document: Any) -> None:
    """A little air below a table, which has none of its own."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(8)


def _element(name: str, **values: str) -> Any:
    element = OxmlElement(f"w:{name}")
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element


WRITERS: dict[type[Block], Callable[[Any, Any, int], None]] = {
    Words: _words, Points: _points, Facts: _facts, Table: _table,
}  # fmt: skip
