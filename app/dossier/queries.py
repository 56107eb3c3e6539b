"""What one goal's page gathers from the rooms below."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, with_expression

from app.comments.queries import open_questions
from app.core.audit import Event, history_of
from app.core.clock import today
from app.core.db import session
from app.core.settings import setting
from app.dossier.facts import Known
from app.dossier.register import SOON
from app.goals.gate import Level, Point
from app.goals.models import Goal, Status
from app.goals.queries import visible_to
from app.hearings.queries import briefings_of, hearings_of
from app.organisation.queries import nearest_committees
from app.organisation.standing import standing_of
from app.people.models import User
from app.risks.queries import latest_finished

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


def known_about(goal: Goal) -> Known:
    """What the gate needs to know beside the goal itself. The same number of queries for every goal."""
    return Known(
        assessment=latest_finished(goal),
        hearings=hearings_of(goal),
        briefings=briefings_of(goal),
        nearest=frozenset(committee.id for committee in nearest_committees(goal.unit)),
        levels={point: Level(setting(f"gate_{point.value}")) for point in Point},
        notice_days=setting("notice_days"),
    )


def register_counts(user: User) -> dict[str, int]:
    """How many goals each of the register's ready-made views holds."""
    seen = visible_to(user).with_only_columns(
        sa.func.count().label("every"),
        sa.func.count().filter(Goal.owner_id == user.id).label("mine"),
        sa.func.count().filter(Goal.status == Status.IN_FORCE).label("in_force"),
        sa.func.count().filter(Goal.status == Status.DRAFT).label("drafts"),
    )
    return dict(session().execute(seen.order_by(None)).one()._mapping)
