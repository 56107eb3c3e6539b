"""How soon the units answer, as a list. It can't be sorted by who is quickest: it is no league table."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from app.core.db import sorted_danish
from app.core.languages import lazy
from app.core.listing import Column, Filter, Listing
from app.organisation.models import Unit
from app.organisation.queries import unit_options


def _below(value: str) -> Any:
    path = sa.select(Unit.path).where(Unit.id == int(value)).scalar_subquery()
    return Unit.path.startswith(path)


def _median(row: Any) -> Decimal | None:
    return None if row.median_days is None else round(Decimal(row.median_days), 1)


ANSWER_TIMES = Listing(
    name="answer_times",
    columns=(
        Column("name", lazy("Unit"), lambda row: row.name, sort=lambda: sorted_danish(Unit.name), heads_row=True,
               show="comments/_cells.html:unit"),
        Column("asked", lazy("Asked"), lambda row: row.asked, sort=sa.column("asked"), numeric=True),
        Column("open_now", lazy("Unanswered"), lambda row: row.open_now, sort=sa.column("open_now"), numeric=True,
               show="comments/_cells.html:open_now"),
        Column("late", lazy("Past the limit"), lambda row: row.late, sort=sa.column("late"), numeric=True,
               show="comments/_cells.html:late"),
        Column("answered", lazy("Answered"), lambda row: row.answered, sort=sa.column("answered"), numeric=True),
        Column("median", lazy("Days to an answer"), _median, numeric=True, show="comments/_cells.html:median"),
    ),
    filters=(Filter("unit", lazy("Unit"), unit_options, _below, blank=lazy("All units"), takes_id=True),),
    default_sort="name",
    key=Unit.id,
)  # fmt: skip
