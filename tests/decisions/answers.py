"""A meeting in session with an item about the goal of the cast, and what is typed on its strip."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.core.clock import today
from app.core.db import session
from app.core.formats import typed_day
from app.meetings.models import Item, Meeting, Stage
from app.organisation.models import Committee, CommitteeKind, Function, Mandate, Side
from app.organisation.operations import add_committee, add_seat, revise_committee
from app.organisation.viewers import with_standing
from tests.cast import Cast
from tests.meetings.answers import item, met


def on_goal(cast: Cast, **more: Any) -> Item:
    """An item about the goal in force, at a meeting of the local committee in session."""
    said = {"title": "", "goal": cast.goal} | more
    return item(cast, met(cast, stage=Stage.IN_SESSION), **said)


def plain(cast: Cast, meeting: Meeting | None = None, **more: Any) -> Item:
    """An item about no goal."""
    return item(cast, meeting or met(cast, stage=Stage.IN_SESSION), **more)


def at(one: Item, verb: str) -> str:
    return f"/meetings/{one.meeting_id}/items/{one.id}/{verb}"


def ahead(days: int) -> str:
    return typed_day(today() + timedelta(days=days))


def between(cast: Cast) -> Committee:
    """An area committee between the local and the top one. Mette chairs it, Frederik is vice chair."""
    made = add_committee(
        name="Område-MED Borgere", kind=CommitteeKind.AREA, units=[cast.centre], by=None, parent=cast.top
    )
    for user, side, function in (
        (cast.mette, Side.MANAGEMENT, Function.CHAIR), (cast.frederik, Side.EMPLOYEES, Function.VICE_CHAIR),
    ):  # fmt: skip
        add_seat(made, mandate=Mandate.LEADER, by=None, side=side, user=user, function=function)
        with_standing(user)
    _under(cast.local, made)
    return made


def _under(committee: Committee, above: Committee) -> None:
    units = [area.unit for area in committee.areas]
    revise_committee(committee, name=committee.name, kind=committee.kind, units=units, parent=above, by=None)


def fresh(thing: Any) -> Any:
    """The thing as the database has it now."""
    session().expire_all()
    return session().get(type(thing), thing.id)
