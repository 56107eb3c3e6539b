"""The log of decisions as the list engine sees it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.core.access import viewer
from app.core.db import folded, sorted_danish
from app.core.languages import lazy, ngettext
from app.core.listing import Column, Filter, Listing
from app.decisions import queries
from app.decisions.labels import KINDS
from app.decisions.models import DECISIONS, Outcome, OutcomeKind
from app.decisions.wording import said
from app.goals.models import Goal
from app.goals.queries import ids_visible_to
from app.meetings.models import Item, Meeting
from app.meetings.naming import title_of
from app.organisation.models import Committee

MOST_WORDS = 12
LOGGED = (*(kind for kind in OutcomeKind if kind in DECISIONS), OutcomeKind.PLACEMENT, OutcomeKind.LIFT)


def _committee_name() -> Any:
    return sorted_danish(
        sa.select(Committee.name).where(Committee.id == Outcome.committee_id).correlate(Outcome).scalar_subquery()
    )


def _held_on() -> Any:
    return sa.select(Meeting.held_on).where(Meeting.id == Outcome.meeting_id).correlate(Outcome).scalar_subquery()


def _year(value: str) -> Any:
    return sa.extract("year", _held_on()) == int(value)


def _counted(count: int) -> str:
    return ngettext("%(num)s decision", "%(num)s decisions", count)


def containing(words: str) -> Any:
    """The condition that each of the words stands in what was decided, or in the title of its item or goal."""
    return sa.and_(sa.true(), *(_holds(word) for word in words.lower().split()[:MOST_WORDS]))


def _holds(word: str) -> Any:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    texts = (
        Outcome.words,
        sa.select(Item.title).where(Item.id == Outcome.item_id).correlate(Outcome).scalar_subquery(),
        sa.select(Goal.title)
        .where(Goal.id == Outcome.goal_id, Goal.id.in_(ids_visible_to(viewer())))
        .correlate(Outcome)
        .scalar_subquery(),
    )
    return sa.or_(*(folded(text).like(f"%{escaped}%", escape="\\") for text in texts))


COLUMNS = (
    Column("item", lazy("Item"), lambda outcome: title_of(outcome.item, viewer()), show="decisions/_cells.html:item",
           heads_row=True),
    Column("said", lazy("What was decided"), said, show="decisions/_cells.html:said"),
    Column("kind", lazy("Kind"), lambda outcome: str(KINDS[outcome.kind]), sort=Outcome.kind, shown=False),
    Column("committee", lazy("Committee"), lambda outcome: outcome.committee.name, sort=_committee_name),
    Column("held_on", lazy("Date"), lambda outcome: outcome.meeting.held_on, sort=_held_on,
           show="decisions/_cells.html:day"),
)  # fmt: skip

FILTERS = (
    Filter(
        "committee", lazy("Committee"), lambda: queries.committees_that_decided(viewer()),
        lambda value: Outcome.committee_id == int(value), takes_id=True,
    ),
    Filter("year", lazy("Year"), lambda: [(year, str(year)) for year in queries.years_of_decisions()], _year),
    Filter(
        "kind", lazy("Kind"), lambda: [(kind.value, KINDS[kind]) for kind in LOGGED],
        lambda value: Outcome.kind == OutcomeKind(value),
    ),
    Filter(
        "below", lazy("With the committees below"), lambda: queries.committees_that_decided(viewer()),
        lambda value: Outcome.committee_id.in_(queries.committees_below(int(value))), takes_id=True, more=True,
    ),
    Filter(
        "goal", lazy("Goal"), lambda: queries.goals_decided_on(viewer()), lambda value: Outcome.goal_id == int(value),
        takes_id=True, more=True,
    ),
)  # fmt: skip

LOG = Listing(
    "decisions", COLUMNS, FILTERS, searched=containing, default_sort="-held_on", key=Outcome.id, counted=_counted
)
