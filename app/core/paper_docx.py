"""Paper as DOCX: real headings, header rows that repeat, the language and title said, page numbers in the footer."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from app.core.languages import gettext as _
from app.core.languages import speaking
from app.core.paper import Block, Facts, Paper, Picture, Points, Table, Words, paragraphs, shown, unfolded

FONT = "Arial"
SEA, SOFT = RGBColor(0x0B, 0x4A, 0x6F), RGBColor(0x47, 0x57, 0x61)
HEAD_FILL, LINE = "E6F0F6", "CBC6BA"
NARROW, LONG, MARGIN = 210, 297, 18  # an A4 sheet in millimetres
SIZES = {"Title": 20, "Subtitle": 11.5, "Heading 1": 14, "Heading 2": 11.5, "Heading 3": 10}
IN_TABLES = {"Cell": (9, False), "Cell Head": (9, True), "Fact": (10, False), "Fact Name": (10, True)}  # size, bold
LONGEST_TITLE = 255  # what the file's own property may hold


def docx(paper: Paper) -> bytes:
    with speaking(paper.language):
        document = Document()
        _lay_out(document, paper)
        _head(document, paper)
        for section in paper.sections:
            heading = document.add_heading(shown(section.heading), section.level)
            heading.paragraph_format.page_break_before = section.new_page or None
            for place, block in enumerate(section.blocks):
                WRITERS[type(block)](document, block, _width(paper))
                if section.leads(place):
                    document.paragraphs[-1].paragraph_format.keep_with_next = True
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _width(paper: Paper) -> int:
    """Of the text, in millimetres."""
    return (LONG if paper.landscape else NARROW) - 2 * MARGIN


def _lay_out(document: Any, paper: Paper) -> None:
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE if paper.landscape else WD_ORIENT.PORTRAIT
    wide, high = (LONG, NARROW) if paper.landscape else (NARROW, LONG)
    page.page_width, page.page_height = Mm(wide), Mm(high)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN)
    document.core_properties.title = shown(paper.title)[:LONGEST_TITLE]
    document.core_properties.language = paper.locale
    document.core_properties.author = document.core_properties.comments = ""
    _insert(document.settings.element, _element("autoHyphenation"), after="defaultTabStop")
    _dress(document, paper.locale)
    _number_pages(page.footer.paragraphs[0])


def _dress(document: Any, locale: str) -> None:
    styles = document.styles
    for name in ("Normal", *SIZES):
        _set_font(styles[name])
    styles["Normal"].font.size, styles["Normal"].paragraph_format.space_after = Pt(10), Pt(6)
    for name, size in SIZES.items():
        _dress_heading(styles[name], size)
    for name, (size, bold) in IN_TABLES.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.size, style.font.bold = styles["Normal"], Pt(size), bold
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(2)
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)


def _set_font(style: Any) -> None:
    style.font.name, style.font.italic = FONT, False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def _dress_heading(style: Any, size: float) -> None:
    style.font.size, style.font.bold = Pt(size), style.name != "Subtitle"
    style.font.color.rgb = SEA if style.font.bold else SOFT
    style.paragraph_format.space_before = Pt(14 if style.name.startswith("Heading") else 0)
    style.paragraph_format.space_after = Pt(5)
    for unwanted in (*style.element.rPr.findall(qn("w:spacing")), *style.element.pPr.findall(qn("w:pBdr"))):
        unwanted.getparent().remove(unwanted)


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
    name_width = 58 if page > NARROW else 46
    table = _grid(document, len(block.said), [name_width, page - name_width])
    for row, (name, value) in zip(table.rows, block.said, strict=True):
        _fill(row.cells[0], name, "FactName", together=block.is_short)
        _fill(row.cells[1], value, "Fact", together=block.is_short)
    _after(document)


def _table(document: Any, block: Table, page: int) -> None:
    if not block.rows:
        _words(document, Words(block.empty, soft=True), page)
        return
    table = _grid(document, 1 + len(block.rows), [share * page for share in block.shares])
    _describe(table, block.name)
    for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
        _fill(cell, head, "CellHead", together=True)
        cell._tc.get_or_add_tcPr().append(_element("shd", val="clear", color="auto", fill=HEAD_FILL))
    table.rows[0]._tr.get_or_add_trPr().append(_element("tblHeader"))
    for place, (row, values) in enumerate(zip(list(table.rows)[1:], block.rows, strict=True), start=1):
        for cell, value in zip(row.cells, values, strict=True):
            _fill(cell, value, "Cell", together=block.is_short and place < len(block.rows))
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


def _fill(cell: Any, value: Any, style: str, *, together: bool = False) -> None:
    """Write a value into a cell; `together` keeps its row on the page of the next one."""
    for at, lines in enumerate(paragraphs(value)):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph._p.get_or_add_pPr().style = style
        if together:
            paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run("\n".join(lines))


def _draw_lines(table: Any) -> None:
    borders = _element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(side, val="single", sz="4", space="0", color=LINE))
    _insert(table._tbl.tblPr, borders, after="tblW")


def _after(document: Any) -> None:
    """A little air below a table, which has none of its own."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(8)


def _insert(parent: Any, element: Any, *, after: str) -> None:
    """Put an element where the order of the format wants it: readers may refuse a file that has it elsewhere."""
    parent.find(qn(f"w:{after}")).addnext(element)


def _element(name: str, **values: str) -> Any:
    element = OxmlElement(f"w:{name}")
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _picture(document: Any, block: Picture, page: int) -> None:
    """A drawing can't be held here; what it shows in words can."""
    for one in unfolded([block]):
        WRITERS[type(one)](document, one, page)


WRITERS: dict[type[Block], Callable[[Any, Any, int], None]] = {
    Words: _words, Points: _points, Facts: _facts, Table: _table, Picture: _picture,
}  # fmt: skip
