"""What one goal's page gathers from the rooms below."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, with_expression

from app.comments.queries import open_questions
from app.core.audit import Event, history_of
from app.core.clock import today
from app.core.db import session
from app.dossier.register import SOON
from app.goals.models import Goal, Status
from app.goals.queries import visible_to
from app.organisation.standing import standing_of
from app.people.models import User

LATEST = 6


def all_goals(user: User) -> sa.Select[Goal]:
    """The goals of the register as that person sees it, with the goal above each and what waits for an answer."""
    return visible_to(user).options(joinedload(Goal.parent), with_expression(Goal.open_questions, open_questions()))


def goals_due(user: User) -> sa.Select[Goal]:
    """Goals whose review is overdue, or due within 30 days."""
    return all_goals(user).where(
        Goal.status.in_([Status.IN_FORCE, Status.IN_HEARING]), Goal.next_review_on <= today() + SOON
    )


def latest_events(user: User, goal: Goal) -> list[Event]:
    return list(session().scalars(history_of(goal, standing_of(user).audiences).limit(LATEST)))


def history_page(user: User, goal: Goal, before: int | None, per_page: int) -> list[Event]:
    """A page of a goal's history, older than the event with that id; one more than asked for when there are more."""
    wanted: Any = history_of(goal, standing_of(user).audiences)
    if before:
        wanted = wanted.where(Event.id < before)
    return list(session().scalars(wanted.limit(per_page + 1)))


def register_counts(user: User) -> dict[str, int]:
    """How many goals each of the register's ready-made views holds."""
    seen = visible_to(user).with_only_columns(
        sa.func.count().label("every"),
        sa.func.count().filter(Goal.owner_id == user.id).label("mine"),
        sa.func.count().filter(Goal.status == Status.IN_FORCE).label("in_force"),
        sa.func.count().filter(Goal.status == Status.DRAFT).label("drafts"),
    )
    return dict(session().execute(seen.order_by(None)).one()._mapping)
