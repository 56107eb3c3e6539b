"""The list of actions as the list engine sees it: its columns, its filters, and what each of them means."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from app.actions import queries
from app.actions.labels import FIELDS, KINDS, STATUSES, STEPS, WORKED
from app.actions.models import OPEN, UNCHECKED, Action, ActionGoal, ActionKind, ActionStatus, Step
from app.actions.sight import goals_for
from app.core.access import viewer
from app.core.clock import today
from app.core.db import sorted_danish
from app.core.languages import lazy, ngettext
from app.core.listing import Column, Filter, Listing, labels_as_options
from app.goals.queries import ids_visible_to
from app.organisation.models import Unit
from app.organisation.queries import unit_options
from app.people.models import User

# What is still to be done stands together, so that within it what is due soonest comes first.
STATUS_ORDER = sa.case(
    {status: 0 if status in OPEN else place for place, status in enumerate(ActionStatus)}, value=Action.status
)


def _said(labels: Any, name: str) -> Callable[[Action], Any]:
    """The label of an enumeration's value, None where nothing was said."""
    return lambda action: None if getattr(action, name) is None else str(labels[getattr(action, name)])


def _name_of(kind: type[Unit] | type[User], key: Any) -> Callable[[], Any]:
    """To sort by the name of what an action refers to, in Danish order."""
    return lambda: sorted_danish(sa.select(kind.name).where(kind.id == key).scalar_subquery())


def _status(value: str) -> Any:
    several = {"open": OPEN, "unchecked": UNCHECKED}
    return Action.status.in_(several.get(value) or [ActionStatus(value)])


def _responsible(value: str) -> Any:
    if value == "none":
        return Action.responsible_id.is_(None)
    return Action.responsible_id == (viewer().id if value == "me" else int(value))


def _overdue(value: str) -> Any:
    if value == "check":
        return sa.and_(Action.status == ActionStatus.DONE, Action.check_on < today())
    return sa.and_(Action.status.in_(OPEN), Action.due_on < today())


def _treats(value: str) -> Any:
    if value == "none":
        return ~sa.exists().where(ActionGoal.action_id == Action.id)
    seen = ActionGoal.goal_id.in_(ids_visible_to(viewer()))
    return Action.id.in_(sa.select(ActionGoal.action_id).where(ActionGoal.goal_id == int(value), seen))


def _text(name: str) -> Column:
    return Column(name, FIELDS[name], lambda action: getattr(action, name) or None, shown=False)


def _day(name: str) -> Column:
    return Column(name, FIELDS[name], attrgetter(name), sort=getattr(Action, name), shown=False)


def _figure(name: str) -> Column:
    return Column(name, FIELDS[name], attrgetter(name), numeric=True, shown=False)


def _goals(action: Action) -> str | None:
    return "; ".join(str(goal) for goal in goals_for(viewer(), action)) or None


def _strains(action: Action) -> str | None:
    return "; ".join(f"{strain.goal.code}: {strain.title}" for strain in action.shown_strains) or None


def _counted(count: int) -> str:
    return ngettext("%(num)s action", "%(num)s actions", count)


COLUMNS = (
    Column("title", lazy("Action"), lambda action: action.title, sort=lambda: sorted_danish(Action.title),
           show="actions/_cells.html:title", heads_row=True),
    Column("status", FIELDS["status"], _said(STATUSES, "status"), sort=(STATUS_ORDER, Action.due_on),
           show="actions/_cells.html:status"),
    Column("goals", FIELDS["goals"], _goals, show="actions/_cells.html:goals"),
    Column("unit", FIELDS["unit"], lambda action: action.unit.name, sort=_name_of(Unit, Action.unit_id)),
    Column("responsible", FIELDS["responsible"], lambda action: action.responsible.name if action.responsible else None,
           sort=_name_of(User, Action.responsible_id)),
    Column("due_on", FIELDS["due_on"], attrgetter("due_on"), sort=Action.due_on, show="actions/_cells.html:due"),
    Column("check_on", FIELDS["check_on"], attrgetter("check_on"), sort=Action.check_on,
           show="actions/_cells.html:check"),
    Column("worked", FIELDS["worked"], _said(WORKED, "worked"), sort=Action.worked, shown=False,
           show="actions/_cells.html:worked"),
    Column("kind", FIELDS["kind"], _said(KINDS, "kind"), sort=Action.kind, shown=False),
    Column("step", FIELDS["step"], _said(STEPS, "step"), sort=Action.step, shown=False),
    _text("step_reason"),
    _text("how"),
    Column("strains", lazy("Strains that it treats"), _strains, shown=False),
    Column("progress", FIELDS["progress"], attrgetter("progress"), sort=Action.progress, numeric=True, shown=False),
    *(_text(name) for name in ("progress_words", "check_words", "dropped_reason")),
    *(_day(name) for name in ("done_on", "checked_on")),
    _text("hypothesis"),
    *(_day(name) for name in ("from_on", "to_on")),
    *(_text(name) for name in ("measure", "measure_unit")),
    *(_figure(name) for name in ("value_before", "value_after")),
    *(_text(name) for name in ("no_figure", "learned")),
)  # fmt: skip

FILTERS = (
    Filter(
        "status",
        FIELDS["status"],
        lambda: [
            ("open", lazy("Not done")), ("unchecked", lazy("Not closed")), *labels_as_options(STATUSES)(),
        ],
        _status,
    ),
    Filter("unit", FIELDS["unit"], unit_options, lambda value: queries.in_unit(int(value)), blank=lazy("All units"),
           takes_id=True),
    Filter(
        "responsible",
        FIELDS["responsible"],
        lambda: [("me", lazy("Me")), ("none", lazy("Nobody")), *queries.responsible_options(viewer())],
        _responsible,
        takes_id=True,
    ),
    Filter(
        "overdue",
        lazy("Overdue"),
        lambda: [("work", lazy("The work is overdue")), ("check", lazy("The effect check is overdue"))],
        _overdue,
    ),
    Filter("kind", FIELDS["kind"], labels_as_options(KINDS), lambda value: Action.kind == ActionKind(value), more=True),
    Filter(
        "goal",
        lazy("Goal"),
        lambda: [("none", lazy("No goal")), *queries.treated_goals(viewer())],
        _treats,
        takes_id=True,
        more=True,
    ),
    Filter("step", FIELDS["step"], labels_as_options(STEPS), lambda value: Action.step == Step(value), more=True),
)  # fmt: skip

ACTIONS = Listing("actions", COLUMNS, FILTERS, searched=Action, default_sort="status", key=Action.id, counted=_counted)
