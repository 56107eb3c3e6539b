"""The wheel on a sheet of A3: the drawing, and beside it the year as a list."""

from __future__ import annotations

from app.core.formats import listed, month
from app.core.holidays import public_holidays
from app.core.languages import gettext as _
from app.core.languages import language, ngettext
from app.core.paper import Paper, Picture, Section, Table, Words
from app.wheel.labels import KINDS
from app.wheel.marks import Mark, Month, Year


def paper_of(year: Year, *, whose: str, drawing: str) -> Paper:
    """The sheet, in the reader's language. `drawing` is the wheel as SVG, `whose` says which committee's it is."""
    alt = _("The year as a wheel. The list beside it says the same.")
    beside = [block for one in year.months for block in _of_month(one, year.number)]
    return Paper(
        title=_("Year wheel %(year)s", year=year.number),
        subtitle=whose,
        language=language(),
        landscape=True,
        size="a3",
        sections=[Section(_("The year as a wheel and as a list"), [Picture(drawing, alt, beside)])],
    )


def _of_month(one: Month, year: int) -> list[Table | Words]:
    rows = [[day_of(mark), text_of(mark), KINDS[mark.kind]] for mark in one.marks]
    left = sum(lane.left_out for lane in one.lanes)
    if left:
        rows.append(["", ngettext("and %(num)s more", "and %(num)s more", left), ""])
    name = month(one.number).capitalize()
    free = [f"{day.day}. {title}" for day, title in public_holidays(year).items() if day.month == one.number]
    said: list[Table | Words] = []
    if rows:
        said.append(Table(_("The year as a list"), (name, _("What"), _("Kind")), rows, (3, 12, 5)))
    if free:
        said.append(Words(_("%(month)s, public holidays: %(days)s", month=name, days=listed(free)), soft=True))
    return said


def day_of(mark: Mark) -> str:
    """'14.', or '–' where it is some time in the month."""
    return f"{mark.day.day}." if mark.day_known else "–"


def text_of(mark: Mark) -> str:
    """The title, with what more is to be said of it."""
    return f"{mark.title} ({mark.what})" if mark.what else str(mark.title)
