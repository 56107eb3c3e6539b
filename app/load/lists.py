"""What the goals ask of each group, and the goals behind it, as lists."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import sqlalchemy as sa

from app.core.db import sorted_danish
from app.core.languages import lazy, ngettext
from app.core.listing import Column, Filter, Listing
from app.core.settings import setting
from app.goals.labels import FIELDS, MEASURED_LEVELS, STEERINGS
from app.goals.models import Goal
from app.load.measure import each_hours, group_size, hours_a_year, person_minutes, persons_of
from app.load.queries import minutes_each
from app.load.queries import person_minutes as sorted_minutes
from app.organisation.models import Unit
from app.organisation.queries import unit_options

OWN = SimpleNamespace(**{name: sa.literal_column(f"own.{name}", sa.Integer) for name in ("largest", "minutes")})


def _below(value: str) -> Any:
    path = sa.select(Unit.path).where(Unit.id == int(value)).scalar_subquery()
    return Unit.path.startswith(path)


def _much(value: str) -> Any:
    """What is much, by the organisation's own settings; the names are those of `queries.load_of_units`."""
    if value == "many":
        return sa.literal_column("own.goals") >= setting("load_many")
    if value == "hours":
        return minutes_each(OWN) * setting("work_weeks") / 60.0 >= setting("load_hours")
    return sa.literal_column("pulls.pairs") > 0


def row_hours(row: Any) -> Decimal:
    return hours_a_year(row.minutes, setting("work_weeks"))


def row_each(row: Any) -> Decimal | None:
    return each_hours(row.minutes, group_size(row.headcount, row.largest), setting("work_weeks"))


def goal_persons(goal: Goal) -> int | None:
    return persons_of(goal.measured_count, goal.unit.headcount).count


def goal_hours(goal: Goal) -> Decimal | None:
    """None where nobody has said how long it takes."""
    if goal.registration_minutes is None:
        return None
    return hours_a_year(person_minutes(goal.registration_minutes, goal_persons(goal)), setting("work_weeks"))


def _goals(number: int) -> str:
    return ngettext("%(num)s goal", "%(num)s goals", number)


def _units(number: int) -> str:
    return ngettext("%(num)s unit", "%(num)s units", number)


LOAD = Listing(
    name="load",
    columns=(
        Column("name", lazy("Unit"), lambda row: row.name, sort=lambda: sorted_danish(Unit.name), heads_row=True,
               show="load/_cells.html:unit"),
        Column("goals", lazy("Goals"), lambda row: row.goals, sort=sa.column("goals"), numeric=True,
               show="load/_cells.html:goals"),
        Column("background", lazy("Background measures"), lambda row: row.background, sort=sa.column("background"),
               numeric=True, show="load/_cells.html:background"),
        Column("above", lazy("From above"), lambda row: row.above, sort=sa.column("above"), numeric=True,
               show="load/_cells.html:above"),
        Column("individual", lazy("Single persons"), lambda row: row.individual, sort=sa.column("individual"),
               numeric=True, show="load/_cells.html:individual"),
        Column("hours", lazy("Hours a year"), row_hours, sort=sa.column("minutes"), numeric=True,
               show="load/_cells.html:hours"),
        Column("each", lazy("Hours each"), row_each, sort=sa.column("minutes_each"), numeric=True,
               show="load/_cells.html:each"),
        Column("tensions", lazy("Tensions"), lambda row: row.tensions, sort=sa.column("tensions"), numeric=True,
               show="load/_cells.html:tensions"),
    ),
    filters=(
        Filter("unit", lazy("Unit"), unit_options, _below, blank=lazy("All units"), takes_id=True),
        Filter(
            "much", lazy("Where there is much"),
            lambda: [
                ("many", lazy("At least %(number)s goals", number=setting("load_many"))),
                ("hours", lazy("At least %(number)s hours per person", number=setting("load_hours"))),
                ("tensions", lazy("At least one tension")),
            ],
            _much,
        ),
    ),
    default_sort="-goals",
    key=Unit.id,
    counted=_units,
)  # fmt: skip

GOALS_OF_UNIT = Listing(
    name="goals_of_unit",
    columns=(
        Column("number", lazy("No."), lambda goal: goal.code, sort=Goal.number, show="dossier/_cells.html:number"),
        Column("title", lazy("Goal"), lambda goal: goal.title, sort=lambda: sorted_danish(Goal.title), heads_row=True,
               show="load/_cells.html:goal"),
        Column("steering", lazy("Type of measure"), lambda goal: str(STEERINGS[goal.steering]), sort=Goal.steering),
        Column("measured_level", FIELDS["measured_level"],
               lambda goal: str(MEASURED_LEVELS[goal.measured_level]) if goal.measured_level else None,
               sort=Goal.measured_level),
        Column("minutes", lazy("Minutes a week"), lambda goal: goal.registration_minutes,
               sort=Goal.registration_minutes, numeric=True, show="load/_cells.html:minutes"),
        Column("persons", lazy("Persons"), goal_persons, sort=lambda: sa.func.coalesce(
               Goal.measured_count, Unit.headcount), numeric=True, show="load/_cells.html:persons"),
        Column("hours", lazy("Hours a year"), goal_hours, sort=lambda: sorted_minutes(), numeric=True),
    ),
    default_sort="-hours",
    key=Goal.id,
    counted=_goals,
)  # fmt: skip
