"""Files sent in, and what the register already holds."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from app.core.db import session
from app.exchange.matching import Names
from app.exchange.models import Upload
from app.exchange.rows import Known
from app.goals.models import Goal, Status
from app.organisation.models import Unit
from app.people.models import Role, User
from app.strategy.models import Objective


def find_upload(user: User, *, upload_id: int) -> Upload | None:
    return session().scalar(sa.select(Upload).where(Upload.id == upload_id, Upload.user_id == user.id))


def known_names() -> Known:
    """The open units, people and objectives, and the goals that are retired. Four queries."""
    gone = sa.select(Goal.unit_id, Goal.title, Goal.number).where(Goal.status == Status.RETIRED).order_by(Goal.id)
    return Known(
        units=Names((u.id, u.name) for u in session().scalars(sa.select(Unit).where(Unit.closed_on.is_(None)))),
        people=Names((u.id, u.name) for u in session().scalars(sa.select(User).where(User.closed_on.is_(None)))),
        objectives=Names(
            (o.id, o.title) for o in session().scalars(sa.select(Objective).where(Objective.closed_on.is_(None)))
        ),
        retired={(unit, title.casefold()): f"M-{number:04d}" for unit, title, number in session().execute(gone)},
    )


def goals_by_name() -> dict[tuple[int, str], Goal]:
    """The goals that are not retired, by unit and title without case."""
    wanted = (
        sa.select(Goal)
        .where(Goal.status != Status.RETIRED)
        .options(selectinload(Goal.links), joinedload(Goal.unit), joinedload(Goal.owner))
        .order_by(Goal.id)
    )
    return {(goal.unit_id, goal.title.casefold()): goal for goal in session().scalars(wanted)}


def someone_to_import(email: str | None) -> User | None:
    """The person in whose name the command imports: the one named, or the first of the safety organisation."""
    wanted = sa.select(User).where(User.closed_on.is_(None)).order_by(User.id).limit(1)
    return session().scalar(
        wanted.where(User.email == email.casefold()) if email else wanted.where(User.role == Role.SAFETY)
    )
