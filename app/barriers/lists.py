"""All barriers of the register as one list."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.barriers.labels import FIELDS, KINDS, STATUSES
from app.barriers.models import Barrier, BarrierKind, BarrierStatus
from app.barriers.queries import owner_options
from app.core.access import viewer
from app.core.clock import today
from app.core.db import sorted_danish
from app.core.languages import lazy, ngettext
from app.core.listing import Column, Filter, Listing, labels_as_options
from app.core.waiting import day_of
from app.goals.models import Goal
from app.organisation.models import Unit
from app.organisation.queries import unit_options
from app.people.models import User


def _in_unit(value: str) -> Any:
    path = sa.select(Unit.path).where(Unit.id == int(value)).scalar_subquery()
    return Goal.unit_id.in_(sa.select(Unit.id).where(Unit.path.startswith(path)))


def _owner(value: str) -> Any:
    if value == "none":
        return Barrier.owner_id.is_(None)
    return Barrier.owner_id == (viewer().id if value == "me" else int(value))


def _due(value: str) -> Any:
    is_open = Barrier.status == BarrierStatus.OPEN
    return sa.and_(is_open, Barrier.due_on < today() if value == "yes" else Barrier.due_on.is_(None))


def _by_status() -> Any:
    order = {"open": 1, "stays": 2, "removed": 3}
    return sa.case(order, value=Barrier.status), Barrier.due_on


def _by_name(key: Any, kind: Any) -> Any:
    return lambda: sorted_danish(sa.select(kind.name).where(kind.id == key).scalar_subquery())


def _counted(number: int) -> str:
    return ngettext("%(num)s barrier", "%(num)s barriers", number)


BARRIERS = Listing(
    name="barriers",
    columns=(
        Column("words", lazy("What stands in the way"), lambda one: one.words, heads_row=True,
               show="barriers/_cells.html:words"),
        Column("goal", lazy("Goal"), lambda one: str(one.goal), sort=Goal.number, show="barriers/_cells.html:goal"),
        Column("unit", lazy("Unit"), lambda one: one.goal.unit.name, sort=_by_name(Goal.unit_id, Unit), shown=False),
        Column("kind", FIELDS["kind"], lambda one: str(KINDS[one.kind]), sort=Barrier.kind),
        Column("owner", FIELDS["owner"], lambda one: one.owner.name if one.owner else None,
               sort=_by_name(Barrier.owner_id, User), show="barriers/_cells.html:owner"),
        Column("due_on", FIELDS["due_on"], lambda one: one.due_on, sort=Barrier.due_on,
               show="barriers/_cells.html:due"),
        Column("status", FIELDS["status"], lambda one: str(STATUSES[one.status]), sort=_by_status,
               show="barriers/_cells.html:status"),
        Column("reported_by", lazy("Reported by"), lambda one: one.reported_by.name,
               sort=_by_name(Barrier.reported_by_id, User), shown=False),
        Column("reported_at", lazy("Reported on"), lambda one: day_of(one.reported_at), sort=Barrier.reported_at,
               shown=False),
        Column("removed_on", FIELDS["removed_on"], lambda one: one.removed_on, sort=Barrier.removed_on, shown=False),
        Column("how", lazy("What was done"), lambda one: one.how or None, shown=False),
        Column("reason", lazy("Why it stays"), lambda one: one.reason or None, shown=False),
    ),
    filters=(
        Filter("unit", lazy("Unit"), unit_options, _in_unit, blank=lazy("All units"), takes_id=True),
        Filter("status", FIELDS["status"], labels_as_options(STATUSES),
               lambda value: Barrier.status == BarrierStatus(value)),
        Filter("kind", FIELDS["kind"], labels_as_options(KINDS), lambda value: Barrier.kind == BarrierKind(value)),
        Filter("owner", FIELDS["owner"],
               lambda: [("me", lazy("Me")), ("none", lazy("Nobody")), *owner_options(viewer())], _owner, takes_id=True),
        Filter("overdue", FIELDS["due_on"],
               lambda: [("yes", lazy("The date has passed")), ("none", lazy("No date set"))], _due),
    ),
    default_sort="status",
    key=Barrier.id,
    counted=_counted,
)  # fmt: skip
