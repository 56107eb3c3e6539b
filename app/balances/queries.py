"""Finding readings. Who sees the goal sees its readings; a committee's practice is for everybody to see."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.balances.drift import OWN
from app.balances.models import BALANCES, Reader, Reading
from app.core.db import session
from app.goals.models import Goal, Status
from app.goals.queries import visible_to
from app.organisation.models import Committee, Unit
from app.people.models import User

KEPT = 400  # readings of one goal or practice that its pages go back: decades, as they are made


@dataclass(frozen=True)
class Leaning:
    """How many goals stand towards the left pole of a balance, in its middle, towards the right one, or nowhere."""

    left: int
    middle: int
    right: int
    unread: int


def readings_of(goal: Goal) -> list[Reading]:
    """A goal's readings, newest first, with those who read and where."""
    return list(session().scalars(_of(goal).limit(KEPT)))


def readings_on(goal_ids: Collection[int]) -> dict[int, list[Reading]]:
    """The same of several goals, by their keys. One query."""
    found: dict[int, list[Reading]] = {key: [] for key in goal_ids}
    wanted = _newest_first().where(Reading.goal_id.in_(goal_ids)).limit(KEPT * max(1, len(goal_ids)))
    for reading in session().scalars(wanted):
        found[reading.goal_id or 0].append(reading)
    return found


def latest_reading(goal: Goal) -> Reading | None:
    """The newest reading that is the goal's own: its owner's, or what a committee agreed on."""
    return session().scalars(_of(goal).where(Reading.reader.in_(sorted(OWN))).limit(1)).one_or_none()


def latest_in(goal: Goal, *, committee_id: int, reader: Reader) -> Reading | None:
    """The newest reading of a goal by a side of one committee, or the newest that the committee agreed on."""
    wanted = _of(goal).where(Reading.committee_id == committee_id, Reading.reader == reader)
    return session().scalars(wanted.limit(1)).one_or_none()


def practice_of(committee: Committee) -> list[Reading]:
    """The readings of a committee's whole practice, newest first."""
    return list(session().scalars(_practice(committee).limit(KEPT)))


def latest_of_practice(committee: Committee, *, reader: Reader) -> Reading | None:
    return session().scalars(_practice(committee).where(Reading.reader == reader).limit(1)).one_or_none()


def _of(goal: Goal) -> sa.Select[Reading]:
    return _newest_first().where(Reading.goal_id == goal.id)


def _practice(committee: Committee) -> sa.Select[Reading]:
    return _newest_first().where(Reading.goal_id.is_(None), Reading.committee_id == committee.id)


def _newest_first() -> sa.Select[Reading]:
    whole = sa.select(Reading).options(joinedload(Reading.read_by), joinedload(Reading.committee))
    return whole.order_by(Reading.read_on.desc(), Reading.id.desc())


def leanings(user: User, committee: Committee) -> dict[str, Leaning]:
    """By balance: where the goals in force in a committee's area stand, as far as the person sees them. One query."""
    under = [Unit.path.startswith(area.unit.path, autoescape=True) for area in committee.areas]
    area = sa.select(Unit.id).where(sa.or_(sa.false(), *under))
    counted = visible_to(user).where(Goal.status == Status.IN_FORCE, Goal.unit_id.in_(area))
    counts = [sa.func.count().filter(where) for balance in BALANCES for where in _ways(getattr(Goal, balance))]
    row = list(session().execute(counted.with_only_columns(*counts).order_by(None)).one())
    return {balance: Leaning(*row[4 * at : 4 * at + 4]) for at, balance in enumerate(BALANCES)}


def _ways(place: Any) -> tuple[Any, ...]:
    return place < 0, place == 0, place > 0, place.is_(None)
