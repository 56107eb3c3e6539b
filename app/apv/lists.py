"""The units with goals in force, as a list."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa

from app.apv.mark import Mark, due_on, mark_of
from app.core.clock import today
from app.core.db import sorted_danish
from app.core.languages import lazy, ngettext
from app.core.listing import Column, Filter, Listing
from app.core.settings import setting
from app.goals.models import Aspect
from app.organisation.models import Unit
from app.organisation.queries import unit_options


def _below(value: str) -> Any:
    path = sa.select(Unit.path).where(Unit.id == int(value)).scalar_subquery()
    return Unit.path.startswith(path)


def oldest(row: Any) -> date | None:
    """The day of what was mapped longest ago; None while an aspect was never mapped."""
    return row.oldest if row.aspects == len(Aspect) else None


def next_due(row: Any) -> date | None:
    return due_on(oldest(row), setting("apv_years"))


def mark(row: Any) -> Mark:
    return mark_of(oldest(row), today(), setting("apv_years"))


def _counted(number: int) -> str:
    return ngettext("%(num)s unit", "%(num)s units", number)


UNITS = Listing(
    name="apv",
    columns=(
        Column("name", lazy("Unit"), lambda row: row.name, sort=lambda: sorted_danish(Unit.name), heads_row=True,
               show="apv/_cells.html:unit"),
        Column("assessed", lazy("Assessed goals"), lambda row: row.assessed, numeric=True,
               show="apv/_cells.html:assessed"),
        Column("high", lazy("High risk"), lambda row: row.high, sort=sa.column("high"), numeric=True,
               show="apv/_cells.html:high"),
        Column("medium", lazy("Medium risk"), lambda row: row.medium, sort=sa.column("medium"), numeric=True),
        Column("open_actions", lazy("Open actions"), lambda row: row.open_actions, sort=sa.column("open_actions"),
               numeric=True),
        Column("overdue", lazy("Overdue"), lambda row: row.overdue, sort=sa.column("overdue"), numeric=True,
               show="apv/_cells.html:overdue"),
        Column("oldest", lazy("Oldest mapping"), oldest, sort=sa.column("oldest"), show="apv/_cells.html:oldest"),
    ),
    filters=(Filter("unit", lazy("Unit"), unit_options, _below, blank=lazy("All units"), takes_id=True),),
    default_sort="name",
    key=Unit.id,
    counted=_counted,
)  # fmt: skip
