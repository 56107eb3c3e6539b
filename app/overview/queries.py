"""What waits for a person, and what has happened lately in what they can see."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from app.core.audit import Event, readable
from app.core.clock import today
from app.core.db import session
from app.goals.models import Goal, Status
from app.goals.queries import visible_to
from app.organisation.models import Committee, Organisation, Unit
from app.organisation.standing import standing_of
from app.people.models import Role, User
from app.strategy.models import Objective

FEW = 8
SOON = timedelta(days=30)


def reviews_due(user: User) -> list[Goal]:
    """Reviews that are overdue or fall within 30 days, soonest first: of one's own goals and those in the units one
    leads; those who keep the register see what is overdue anywhere."""
    mine = sa.and_(_mine(user), Goal.next_review_on <= today() + SOON)
    if user.role is Role.SAFETY:
        mine = sa.or_(mine, Goal.next_review_on < today())
    wanted = visible_to(user).where(Goal.status == Status.IN_FORCE, mine)
    return _few(wanted.order_by(Goal.next_review_on, Goal.id))


def open_drafts(user: User) -> list[Goal]:
    """Drafts that the person owns, began, or leads the unit of; newest first."""
    wanted = visible_to(user).where(Goal.status == Status.DRAFT, sa.or_(_mine(user), Goal.created_by_id == user.id))
    return _few(wanted.order_by(Goal.id.desc()))


def unassessed(user: User) -> list[Goal]:
    """For those who keep the register: goals in force that nobody has assessed."""
    if user.role is not Role.SAFETY:
        return []
    return _few(visible_to(user).where(Goal.status == Status.IN_FORCE, Goal.risk_level.is_(None)).order_by(Goal.number))


def goals_of_my_unit(user: User) -> list[Goal]:
    """What the person's own unit is measured on: its goals in force and those of the units above it."""
    own = session().get(Unit, standing_of(user).unit_id or 0)
    if own is None:
        return []
    above = [int(part) for part in own.path.split("/") if part]
    wanted = visible_to(user).where(Goal.status == Status.IN_FORCE, Goal.unit_id.in_(above))
    return _few(wanted.order_by(sa.case((Goal.unit_id == own.id, 0), else_=1), Goal.number))


def beginnings() -> dict[str, int]:
    """How many there are of what a new installation needs first. One query."""
    kinds: dict[str, Any] = {
        "organisation": Organisation, "units": Unit, "accounts": User, "committees": Committee,
        "objectives": Objective, "goals": Goal,
    }  # fmt: skip
    counted = [sa.select(sa.func.count(kind.id)).scalar_subquery().label(name) for name, kind in kinds.items()]
    return dict(session().execute(sa.select(*counted)).one()._mapping)


def latest_events(user: User) -> list[Event]:
    """The newest events about goals that the person can see, as far as they may read them."""
    seen = visible_to(user).with_only_columns(Goal.id)
    found = (
        sa.select(Event)
        .where(Event.about_type == "goal", Event.about_id.in_(seen), readable(standing_of(user).audiences))
        .order_by(Event.id.desc())
        .limit(FEW)
    )
    return list(session().scalars(found))


def _mine(user: User) -> sa.ColumnElement[bool]:
    led = [Unit.path.startswith(path, autoescape=True) for path in standing_of(user).led_paths]
    in_led = [Goal.unit_id.in_(sa.select(Unit.id).where(sa.or_(*led)))] if led else []
    return sa.or_(Goal.owner_id == user.id, *in_led)


def _few(statement: sa.Select[Goal]) -> list[Goal]:
    return list(session().scalars(statement.limit(FEW)).unique())
