"""The yearly duties as they stand: those that come with the program, as far as nobody changed them, and the
organisation's own. Pure."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.languages import lazy
from app.organisation.models import Committee
from app.wheel.marks import Kind, Mark
from app.wheel.models import YearlyDuty
from app.wheel.shipped import SHIPPED


@dataclass(frozen=True)
class Duty:
    """One duty. `name` stands in addresses: the key of one that comes with the program, or the number of its row."""

    name: str
    title: Any
    note: Any
    month: int
    day: int | None = None
    every_years: int = 1
    first_year: int | None = None
    committee: Committee | None = None
    ended_on: date | None = None
    row: YearlyDuty | None = None

    @property
    def version(self) -> int:
        """The version of its row; 0 while nobody has changed it."""
        return self.row.version if self.row is not None else 0

    @property
    def committee_id(self) -> int | None:
        return self.committee.id if self.committee is not None else None

    def is_for(self, committee_id: int) -> bool:
        """Whether it is a duty of that committee, as one of its own or as everybody's."""
        return self.committee is None or self.committee.id == committee_id

    def falls_in(self, year: int) -> bool:
        """Whether it is due that year. Nobody knows before it is said from which year it is counted; then always."""
        if self.ended_on is not None and self.day_in(year) > self.ended_on:
            return False
        if self.every_years == 1 or self.first_year is None:
            return self.first_year is None or year >= self.first_year
        return year >= self.first_year and (year - self.first_year) % self.every_years == 0

    def day_in(self, year: int) -> date:
        """Its day in that year; the first of the month where it has none."""
        return date(year, self.month, min(self.day or 1, monthrange(year, self.month)[1]))

    def __str__(self) -> str:
        return str(self.title)


def duties_of(rows: Iterable[YearlyDuty]) -> list[Duty]:
    """All duties, by month and day: those of the rows, and what comes with the program and has no row."""
    found = [of_row(row) for row in rows]
    changed = {duty.name for duty in found}
    found += [shipped(key) for key in SHIPPED if key not in changed]
    return sorted(found, key=lambda duty: (duty.month, duty.day or 0, str(duty.title)))


def of_row(row: YearlyDuty) -> Duty:
    come_with = SHIPPED.get(row.key or "")
    return Duty(
        name=row.key or str(row.id), title=row.title or (come_with.title if come_with else row.key),
        note=row.note or (come_with.note if come_with else ""), month=row.month, day=row.day,
        every_years=row.every_years, first_year=row.first_year, committee=row.committee, ended_on=row.ended_on, row=row,
    )  # fmt: skip


def shipped(key: str) -> Duty:
    """A duty that comes with the program, as nobody has changed it."""
    one = SHIPPED[key]
    return Duty(name=key, title=one.title, note=one.note, month=one.month, every_years=one.every_years)


def marks_of(duties: Iterable[Duty], year: int, committee_id: int | None = None) -> list[Mark]:
    """The duties of a year as marks: those of one committee and everybody's, or all."""
    return [
        Mark(
            Kind.DUTY, duty.day_in(year), duty.title, ("wheel.duties", {"_anchor": f"duty-{duty.name}"}),
            what=how_often(duty), day_known=duty.day is not None,
        )
        for duty in duties
        if duty.falls_in(year) and (committee_id is None or duty.is_for(committee_id))
    ]  # fmt: skip


def how_often(duty: Duty) -> Any:
    """'every 3 years'; nothing where it is every year."""
    return lazy("every %(years)s years", years=duty.every_years) if duty.every_years > 1 else ""
