"""Goals with something to register, and pairs that pull against each other."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.core.clock import today
from app.core.db import next_number, session
from app.core.operation import operation, record
from app.goals.models import Goal, Status
from app.load.models import Tension
from app.load.operations import mark_tension

WORDS = "Skal telefonen tages straks, bliver sagen ikke talt færdig."


@operation("goal.added")
def measured(unit: Any, **said: Any) -> Goal:
    """A goal of that unit, in force unless told otherwise."""
    facts = {"status": Status.IN_FORCE, "takes_effect_on": today(), "title": "Et mål til"} | said
    goal = Goal(number=next_number("goal"), unit_id=unit.id, **facts)
    session().add(goal)
    record("goal.added", goal, by=None)
    return session().scalars(sa.select(Goal).where(Goal.id == goal.id)).one()


def marked(cast: Any, one: Any = None, other: Any = None, by: Any = None) -> Tension:
    """Trine marks that the goal in force pulls against a second of the unit, unless told otherwise."""
    one = one or cast.goal
    return mark_tension(one, other or measured(cast.service, owner_id=cast.karin.id), by=by or cast.trine, words=WORDS)


def row_of(shown: Any, unit: Any) -> dict[str, str]:
    """{heading: figure} of a unit's row on the page of all units."""
    heads = [" ".join(head.text_content().split()) for head in shown.doc.xpath("//thead//th")]
    link = f"//tbody/tr[th/a[@href='/load/{unit.id}']]"
    cells = [figure_in(cell) for cell in shown.doc.xpath(f"{link}/th | {link}/td")]
    return dict(zip(heads, cells, strict=True))


def figure_in(cell: Any) -> str:
    """What stands in a cell for those who see it."""
    found = cell.xpath(".//text()[not(ancestor::*[contains(@class, 'visually-hidden')])]")
    return " ".join(" ".join(found).split())
