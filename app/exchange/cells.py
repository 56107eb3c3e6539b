"""Reading one cell as a person meant it: Danish dates, decimal commas, per cent, 'don't know', rewards in words."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from app.core.typed import YEARS, parse_day, parse_figure
from app.goals.models import HangsOn, MeasuredLevel

MONTHS = {
    name: number
    for number, names in enumerate(
        ("januar january jan", "februar february feb", "marts march mar", "april apr", "maj may", "juni june jun",
         "juli july jul", "august aug", "september sep sept", "oktober october okt oct", "november nov",
         "december dec"), start=1,
    )
    for name in names.split()
}  # fmt: skip
EMPTY = {"", "-", "–", "—", "?", "n/a", "ingen", "none"}
UNKNOWN = {"ved ikke", "vedikke", "don't know", "ikke placeret", "?"}
SERIAL_START = date(1899, 12, 30)  # day 0 of a spreadsheet's own dates
WEEKS = 45  # working weeks in a year
# What a time of registration may be given per, other than a week; how much of it falls in a week; and the remark.
PERIODS = (
    (r"år|year", Fraction(1, WEEKS), "year_as_week"),
    (r"måned|mdr|month", Fraction(12, 52), "month_as_week"),
    (r"dag|day", Fraction(5), "day_as_week"),
)
MOST_MINUTES = 2400  # a week's work: no more than the form allows
PERCENT = "%"


@dataclass(frozen=True)
class Parsed:
    """What a cell holds: a value, and a remark or an error as a code where there is something to say."""

    value: Any = None
    remark: str = ""
    error: str = ""
    unit: str = ""


NOTHING = Parsed()


def as_text(cell: Any) -> str:
    """The cell as one line, with ordinary spaces."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return re.sub(r"\s+", " ", str("" if cell is None else cell).replace("\xa0", " ")).strip()


def parse_text(cell: Any) -> Parsed:
    text = as_text(cell)
    return Parsed(text) if text else NOTHING


def _figure(cell: Any, text: str) -> Decimal:
    """The figure of a cell: a number as it is, a text as it is written in Danish. ValueError when it is none."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return parse_figure(f"{Decimal(repr(cell)):f}".replace(".", ","), "da")
    return parse_figure(text, "da")


def parse_number(cell: Any, *, share: bool = False) -> Parsed:
    """A figure; per cent as its number with the unit '%'. With `share`, a bare 0.68 means 68 per cent."""
    text = as_text(cell)
    if text.casefold() in EMPTY:
        return NOTHING
    percent = text.endswith("%")
    try:
        value = _figure(cell, text.removesuffix("%").strip().removesuffix(".") if percent else text)
    except ValueError:
        return Parsed(error="not_a_number")
    if share and not percent and isinstance(cell, float) and 0 < value <= 1:
        return Parsed((value * 100).normalize() + 0, remark="share_as_percent", unit=PERCENT)
    return Parsed(value, unit=PERCENT if percent else "")


def parse_minutes(cell: Any) -> Parsed:
    """Minutes of registration per person a week, from '35', '0,5 t', '10 min/dag' or '1.200 min pr. år'."""
    text = as_text(cell).casefold()
    if text in EMPTY:
        return NOTHING
    found = re.match(r"^([\d.,]+)\s*(.*)$", text)
    try:
        amount = _figure(cell, found.group(1)) if found else None
    except ValueError:
        amount = None
    if found is None or amount is None or amount < 0:
        return Parsed(error="not_a_number")
    rest = found.group(2)
    hours = re.match(r"^(t|h|tim)", rest) is not None
    minutes, remark = Fraction(amount) * (60 if hours else 1), "hours_as_minutes" if hours else ""
    for words, times, said in PERIODS:
        if re.search(words, rest):
            minutes, remark = minutes * times, said
            break
    whole = round(minutes)
    return Parsed(whole, remark=remark) if whole <= MOST_MINUTES else Parsed(error="too_many_minutes")


def parse_date(cell: Any) -> Parsed:
    """A day in one of the many ways to write one; a bare month becomes its first or last day, with a remark."""
    if isinstance(cell, date):
        day = cell.date() if isinstance(cell, datetime) else cell
        return Parsed(day) if day.year in YEARS else Parsed(error="not_a_date")
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return (
            Parsed(SERIAL_START + timedelta(days=int(cell))) if 20_000 < cell < 80_000 else Parsed(error="not_a_date")
        )
    text = as_text(cell).casefold().rstrip(".")
    if text in EMPTY:
        return NOTHING
    numeric = re.sub(r"^(\d{1,2})\s*[./-]\s*(\d{1,2})\s+(\d{2,4})$", r"\1.\2.\3", text)
    try:
        return Parsed(parse_day(numeric))
    except ValueError:
        return _written_date(text)


def _written_date(text: str) -> Parsed:
    """'1. marts 2027', 'juni 2027', 'ult. marts 2027'."""
    found = re.match(r"^(?:(ult|ultimo|pr|primo)\.?\s+)?(?:(\d{1,2})\.?\s+)?([a-zæøå]+)\.?(?:\s+(\d{4}))?$", text)
    month = MONTHS.get(found.group(3)) if found else None
    if found is not None and found.group(4) is not None and int(found.group(4)) not in YEARS:
        return Parsed(error="not_a_date")
    if found is None or month is None:
        looks_like_one = bool(re.match(r"^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$", text))
        return Parsed(error="no_such_day" if looks_like_one else "not_a_date")
    at_end, day, year = found.group(1), found.group(2), found.group(4)
    if year is None:
        return Parsed(error="year_missing")
    last = calendar.monthrange(int(year), month)[1]
    if day is not None:
        return Parsed(date(int(year), month, int(day))) if 1 <= int(day) <= last else Parsed(error="no_such_day")
    if at_end and at_end.startswith("ult"):
        return Parsed(date(int(year), month, last), remark="month_as_last_day")
    return Parsed(date(int(year), month, 1), remark="month_as_first_day")


def parse_place(cell: Any) -> Parsed:
    """A place on a balance, -2 to 2; 'don't know' is no place."""
    text = as_text(cell).casefold().replace("−", "-")
    if text in EMPTY or text in UNKNOWN:
        return NOTHING
    try:
        value = parse_figure(text.removeprefix("+"), "da")
    except ValueError:
        return Parsed(error="not_a_place")
    if value != value.to_integral_value() or not -2 <= value <= 2:
        return Parsed(error="not_a_place")
    return Parsed(int(value))


def parse_reward(cell: Any) -> Parsed:
    """What hangs on the goal, from yes, no, or words about pay, bonus or ranking."""
    text = as_text(cell).casefold()
    if text in EMPTY:
        return Parsed(remark="unclear") if text == "?" else NOTHING
    if re.search(r"\b(nej|no|ingen|ikke|uden|not|without)\b", text):
        return Parsed(HangsOn.NOTHING)
    for answer, words in REWARD_WORDS:
        if re.search(words, text):
            return Parsed(answer)
    return Parsed(error="not_a_reward")


REWARD_WORDS = (
    (HangsOn.PAY, r"løn|bonus|pay|tillæg"),
    (HangsOn.RANKING, r"rangl|ranking"),
    (HangsOn.REPORTING, r"rapport|report"),
    (HangsOn.PAY, r"^(ja|yes)\W*$"),  # a bare yes, in a column that asks about bonus
)
LEVEL_WORDS = (
    (MeasuredLevel.INDIVIDUAL, r"enkelte|individ|\bpersoner?\b|\bpersonen\b|hver konsulent"),
    (MeasuredLevel.TEAM, r"team|hold|distrikt|vagt"),
    (MeasuredLevel.ORGANISATION, r"kommune|hele organisation|whole"),
    (MeasuredLevel.UNIT, r"afdeling|enhed|unit|department|\balle\b|\ball\b"),
)


def parse_measured(cell: Any) -> Parsed:
    """The level of those who are measured, told by their description; 'everyone' is taken for the unit."""
    text = as_text(cell).casefold()
    for level, words in LEVEL_WORDS:
        if re.search(words, text):
            return Parsed(level, remark="all_as_unit" if text in {"alle", "all"} else "")
    return NOTHING
