"""What people type for days, times and figures, read as they mean it."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal

from app.core.languages import language

YEARS = range(1900, 3000)
DAY = re.compile(r"^\s*(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{2}|\d{4})\s*$")
CLOCK = re.compile(r"^\s*(?:kl\.?\s*)?(\d{1,2})(?:\s*[.:]\s*(\d{2}))?\s*$", re.IGNORECASE)
ISO_DAY = re.compile(r"^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$")


def parse_day(text: str) -> date:
    """A day between 1900 and 2999 from '31.12.2027', '31/12-27' or '2027-12-31'. ValueError when it is none."""
    if found := ISO_DAY.match(text):
        year, month, day_ = (int(part) for part in found.groups())
    elif found := DAY.match(text):
        day_, month, year = (int(part) for part in found.groups())
        year += 2000 if len(found[3]) == 2 else 0
    else:
        raise ValueError(text)
    if year not in YEARS:
        raise ValueError(text)
    return date(year, month, day_)


def parse_clock(text: str) -> time:
    """A time of day from '9.30', '9:30', '09' or 'kl. 9.30'. ValueError when it is none."""
    found = CLOCK.match(text)
    if found is None:
        raise ValueError(text)
    return time(int(found[1]), int(found[2] or 0))


# In each language, what stands between thousands and before decimals.
SIGNS = {"da": (".", ","), "en": (",", ".")}
PLAIN_FIGURE = re.compile(r"-?\d{1,30}(\.\d{1,30})?")


def parse_figure(text: str, tongue: str | None = None) -> Decimal:
    """A figure as written in that language, or the reader's own: '1.234,5' in Danish, '1,234.5' in English.

    What can only be the other language's is read so, and a single sign that groups no thousands is a decimal sign.
    ValueError when it is no figure or has more than twelve digits before the decimals."""
    plain = re.sub(r"[\s\xa0]", "", text).replace("−", "-")
    group, point = SIGNS[tongue or language()]
    if re.fullmatch(rf"-?[1-9]\d{{0,2}}(\{group}\d{{3}})+(\{point}\d+)?", plain):
        plain = plain.replace(group, "")
    elif re.fullmatch(rf"-?[1-9]\d{{0,2}}(\{point}\d{{3}})+\{group}\d+", plain):
        plain = plain.replace(point, "")
    plain = plain.replace(",", ".")
    if not PLAIN_FIGURE.fullmatch(plain):
        raise ValueError(text)
    figure = Decimal(plain)
    if abs(figure) >= Decimal("1e12"):
        raise ValueError(text)
    return figure
