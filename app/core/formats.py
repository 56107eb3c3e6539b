"""Dates, numbers and times as Danes and English readers write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from babel.dates import format_date as babel_date
from babel.dates import format_datetime as babel_datetime
from babel.dates import get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal
from flask import Flask
from flask_babel.speaklater import LazyString

from app.core.clock import COPENHAGEN, today
from app.core.languages import gettext as _
from app.core.languages import language, ngettext

DAY = {"da": "d. MMMM y", "en": "d MMMM y"}
LISTS = {"da": "da", "en": "en_GB"}  # an American list has a comma before its "and"
SHORT_DAY = {"da": "d. MMM y", "en": "d MMM y"}


def day(value: date | datetime | None) -> str:
    """'24. september 2026'; empty for None."""
    return "" if value is None else babel_date(_local(value), DAY[language()], locale=language())


def short_day(value: date | datetime | None) -> str:
    """'24. sep. 2026'; empty for None."""
    return "" if value is None else babel_date(_local(value), SHORT_DAY[language()], locale=language())


def moment(value: datetime | None) -> str:
    """'24. september 2026 kl. 9.30'; empty for None."""
    if value is None:
        return ""
    clock = babel_datetime(_local(value), "H.mm" if language() == "da" else "H:mm", locale=language())
    return _("%(day)s at %(clock)s", day=day(value), clock=clock)


def listed(words: Iterable[str]) -> str:
    """'Focus, Level and Use'; empty for none."""
    return format_list(list(words), locale=LISTS[language()])


def month(number: int) -> str:
    """'juli' for 7."""
    return str(get_month_names("wide", locale=language())[number])


def lazy_month(number: int) -> LazyString:
    """The month's name, put into the reader's language when it is shown."""
    return LazyString(month, number)


def typed_day(value: date | None) -> str:
    """'24.09.2026', as dates stand in fields."""
    return "" if value is None else value.strftime("%d.%m.%Y")


def clock(value: time | datetime | None) -> str:
    """'9.30' in Danish, '9:30' in English; a moment as the clock shows it in Denmark; empty for None."""
    if value is None:
        return ""
    value = _local(value)
    return f"{value.hour}{'.' if language() == 'da' else ':'}{value.minute:02}"


def number(value: Decimal | int | float | None) -> str:
    """'3.412' and '1,8' in Danish; at most four decimals; empty for None."""
    return "" if value is None else format_decimal(value, format="#,##0.####", locale=language())


def typed_figure(value: Decimal | int | float | None) -> str:
    """'3412' and '1,8' in Danish, as figures stand in fields: ungrouped, with all their decimals; empty for None."""
    return "" if value is None else format_decimal(value, format="0.###############", locale=language())


def distance(value: date | None) -> str:
    """How far off a day is: 'in 12 days', '3 days overdue', 'today'; empty for None."""
    if value is None:
        return ""
    days = (value - today()).days
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("in %(num)d day", "in %(num)d days", days)
    return ngettext("%(num)d day overdue", "%(num)d days overdue", -days)


def ago(value: datetime | None) -> str:
    """How long ago a moment was, in days: 'today', 'yesterday', '9 days ago'; empty for None."""
    if value is None:
        return ""
    days = (
        (today() - _local(value)).days
        if isinstance(value, date) and not isinstance(value, datetime)
        else (today() - value.astimezone(COPENHAGEN).date()).days
    )
    if days <= 0:
        return _("today")
    return _("yesterday") if days == 1 else ngettext("%(num)d day ago", "%(num)d days ago", days)


def _local(value: Any) -> Any:
    return value.astimezone(COPENHAGEN) if isinstance(value, datetime) else value


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(
        date=day, short_date=short_day, datetime=moment, number=number, distance=distance, ago=ago,
        typed_date=typed_day, clock=clock,
    )  # fmt: skip
    app.jinja_env.globals.update(format_date=day, format_datetime=moment, format_number=number, today=today)
