"""Finding readings. Who sees the goal sees its readings."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.balances.drift import OWN
from app.balances.models import Reading
from app.core.db import session
from app.goals.models import Goal


def readings_of(goal: Goal) -> list[Reading]:
    """A goal's readings, newest first, with those who read."""
    return list(session().scalars(_of(goal)))


def latest_reading(goal: Goal) -> Reading | None:
    """The newest reading that is the goal's own: its owner's, or what the committee agreed on."""
    return session().scalars(_of(goal).where(Reading.reader.in_(sorted(OWN))).limit(1)).one_or_none()


def _of(goal: Goal) -> sa.Select[Reading]:
    return (
        sa.select(Reading)
        .where(Reading.goal_id == goal.id)
        .options(joinedload(Reading.read_by))
        .order_by(Reading.read_on.desc(), Reading.id.desc())
    )
