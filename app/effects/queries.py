"""Finding the effects of goals; who sees the goal sees its effects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from app.core.db import session
from app.effects.models import Effect
from app.goals.models import Goal
from app.goals.queries import find_goal, perhaps_answered_for, visible_to
from app.organisation.models import Unit, UnitManager
from app.organisation.standing import standing_of
from app.people.models import User

MOST = 50  # answered effects on a page


@dataclass
class Found:
    """Effects of a goal; `older` is what to ask for to see those before them, None where there are none."""

    effects: list[Effect]
    older: int | None


def effects_of(goal: Goal, *, before: int | None = None, most: int = MOST) -> Found:
    """What has been reported of a goal: all that waits for an answer, then the newest that are answered. `before` leads
    on to older ones."""
    of_goal = sa.select(Effect).where(Effect.goal_id == goal.id).order_by(Effect.id.desc())
    of_goal = of_goal.options(joinedload(Effect.reported_by), joinedload(Effect.answered_by))
    answered = of_goal.where(Effect.answered_at.is_not(None))
    if before is not None:
        answered = answered.where(Effect.id < before)
    found = list(session().scalars(answered.limit(most + 1)))
    waiting = [] if before else list(session().scalars(of_goal.where(Effect.answered_at.is_(None))))
    return Found([*waiting, *found[:most]], found[most - 1].id if len(found) > most else None)


def count_of(goal: Goal) -> int:
    return session().scalar(sa.select(sa.func.count(Effect.id)).where(Effect.goal_id == goal.id)) or 0


def find_effect(user: User, *, goal_id: int, effect_id: int) -> Effect | None:
    """An effect, looked up inside a goal that the person can see."""
    goal = find_goal(user, goal_id=goal_id)
    if goal is None:
        return None
    wanted = sa.select(Effect).where(Effect.id == effect_id, Effect.goal_id == goal.id)
    return session().scalar(
        wanted.options(joinedload(Effect.goal), joinedload(Effect.reported_by), joinedload(Effect.answered_by))
    )


def unanswered(user: User | None, *, most: int | None = None) -> Sequence[Effect]:
    """The effects that wait for an answer, the oldest first: all, or those of goals that one person answers for."""
    wanted = sa.select(Effect).join(Effect.goal).where(Effect.answered_at.is_(None))
    if user is not None:
        seen = visible_to(user).with_only_columns(Goal.id).correlate(None)
        wanted = wanted.where(
            Effect.reported_by_id != user.id,
            Effect.goal_id.in_(seen),
            sa.or_(perhaps_answered_for(user), _reported_by_its_own_people(user)),
        )
    wanted = wanted.options(
        joinedload(Effect.reported_by),
        contains_eager(Effect.goal).joinedload(Goal.unit).selectinload(Unit.managers),
    )
    return session().scalars(wanted.order_by(Effect.reported_at, Effect.id).limit(most)).all()


def _reported_by_its_own_people(user: User) -> sa.ColumnElement[bool]:
    """In units below one that the person leads: effects that the goal's owner or a manager of its unit reported."""
    below = [Unit.path.startswith(path, autoescape=True) for path in standing_of(user).led_paths]
    if not below:
        return sa.false()
    manages = sa.exists().where(UnitManager.unit_id == Goal.unit_id, UnitManager.user_id == Effect.reported_by_id)
    led = Goal.unit_id.in_(sa.select(Unit.id).where(sa.or_(*below)))
    return sa.and_(led, sa.or_(Effect.reported_by_id == Goal.owner_id, manages))
