"""The list of meetings as the list engine sees it."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from app.core.access import viewer
from app.core.clock import today
from app.core.db import sorted_danish
from app.core.formats import clock
from app.core.languages import lazy, ngettext
from app.core.listing import Column, Filter, Listing, labels_as_options
from app.meetings import queries
from app.meetings.labels import FIELDS, KINDS, STAGES
from app.meetings.models import BEFORE_IT, Meeting, MeetingKind, Stage
from app.organisation.models import Committee
from app.organisation.standing import standing_of


def _committee_name() -> Any:
    return sorted_danish(sa.select(Committee.name).where(Committee.id == Meeting.committee_id).scalar_subquery())


def _committee(value: str) -> Any:
    if value == "mine":
        return Meeting.committee_id.in_(sorted({seat.committee_id for seat in standing_of(viewer()).seats}))
    return Meeting.committee_id == int(value)


def _when(value: str) -> Any:
    ahead = sa.and_(Meeting.held_on >= today(), Meeting.stage.in_([*BEFORE_IT, Stage.IN_SESSION]))
    return ahead if value == "coming" else sa.not_(ahead)


def _nearness() -> tuple[Any, ...]:
    """What is ahead before what is past, each from today on. Days are counted in months of 31, which keeps their order
    on every database."""
    day = sa.extract("year", Meeting.held_on) * 372 + sa.extract("month", Meeting.held_on) * 31
    away = day + sa.extract("day", Meeting.held_on) - (today().year * 372 + today().month * 31 + today().day)
    return sa.case((away < 0, 1), else_=0), sa.func.abs(away), Meeting.begins


def _year(value: str) -> Any:
    return sa.extract("year", Meeting.held_on) == int(value)


def _counted(count: int) -> str:
    return ngettext("%(num)s meeting", "%(num)s meetings", count)


COLUMNS = (
    Column("committee", FIELDS["committee"], lambda meeting: meeting.committee.name, sort=_committee_name,
           show="meetings/_cells.html:committee", heads_row=True),
    Column("held_on", FIELDS["held_on"], attrgetter("held_on"), sort=(Meeting.held_on, Meeting.begins),
           show="meetings/_cells.html:day"),
    Column("away", lazy("Days away"), lambda meeting: (meeting.held_on - today()).days, sort=_nearness, numeric=True,
           shown=False),
    Column("begins", FIELDS["begins"], lambda meeting: clock(meeting.begins), sort=Meeting.begins, shown=False),
    Column("ends", FIELDS["ends"], lambda meeting: clock(meeting.ends), sort=Meeting.ends, shown=False),
    Column("kind", FIELDS["kind"], lambda meeting: str(KINDS[meeting.kind]), sort=Meeting.kind),
    Column("place", FIELDS["place"], lambda meeting: meeting.place or None, shown=False),
    Column("stage", FIELDS["stage"], lambda meeting: str(STAGES[meeting.stage]), sort=Meeting.stage,
           show="meetings/_cells.html:stage"),
)  # fmt: skip

FILTERS = (
    Filter(
        "committee",
        FIELDS["committee"],
        lambda: [("mine", lazy("Mine")), *queries.committees_that_meet(viewer())],
        _committee,
        takes_id=True,
    ),
    Filter("when", lazy("When"), lambda: [("coming", lazy("To come")), ("past", lazy("Past"))], _when),
    Filter("kind", FIELDS["kind"], labels_as_options(KINDS), lambda value: Meeting.kind == MeetingKind(value)),
    Filter("stage", FIELDS["stage"], labels_as_options(STAGES), lambda value: Meeting.stage == Stage(value), more=True),
    Filter(
        "year", lazy("Year"), lambda: [(year, str(year)) for year in queries.years_of_meetings(viewer())], _year,
        more=True,
    ),
)  # fmt: skip

MEETINGS = Listing("meetings", COLUMNS, FILTERS, default_sort="away", key=Meeting.id, counted=_counted)
