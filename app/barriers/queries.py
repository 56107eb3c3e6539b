"""Finding the barriers of goals; who sees the goal sees its barriers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from app.barriers.models import Barrier, BarrierStatus
from app.core.db import session, sorted_danish
from app.goals.models import Goal, Status
from app.goals.queries import find_goal, ids_visible_to, perhaps_answered_for, visible_to, who_see
from app.organisation.models import Unit
from app.people.models import User
from app.people.queries import people_choices

MOST = 50  # settled barriers on a page


@dataclass
class Found:
    """Barriers of a goal; `older` is what to ask for to see those before them, None where there are none."""

    barriers: list[Barrier]
    older: int | None


def barriers_of(goal: Goal, *, before: int | None = None, most: int = MOST) -> Found:
    """The barriers of a goal: all that are in the way, the soonest to go first, then the newest that are settled."""
    of_goal = sa.select(Barrier).where(Barrier.goal_id == goal.id)
    of_goal = of_goal.options(joinedload(Barrier.reported_by), joinedload(Barrier.owner))
    settled = of_goal.where(Barrier.status != BarrierStatus.OPEN).order_by(Barrier.id.desc())
    if before is not None:
        settled = settled.where(Barrier.id < before)
    found = list(session().scalars(settled.limit(most + 1)))
    waiting = of_goal.where(Barrier.status == BarrierStatus.OPEN)
    waiting = waiting.order_by(Barrier.due_on.asc().nulls_first(), Barrier.id)
    open_ones = [] if before else list(session().scalars(waiting))
    return Found([*open_ones, *found[:most]], found[most - 1].id if len(found) > most else None)


def count_of(goal: Goal) -> int:
    return session().scalar(sa.select(sa.func.count(Barrier.id)).where(Barrier.goal_id == goal.id)) or 0


def find_barrier(user: User, *, goal_id: int, barrier_id: int) -> Barrier | None:
    """A barrier, looked up inside a goal that the person can see."""
    goal = find_goal(user, goal_id=goal_id)
    if goal is None:
        return None
    wanted = sa.select(Barrier).where(Barrier.id == barrier_id, Barrier.goal_id == goal.id)
    return session().scalar(
        wanted.options(joinedload(Barrier.goal), joinedload(Barrier.reported_by), joinedload(Barrier.owner))
    )


def all_barriers(user: User) -> sa.Select[Barrier]:
    """The barriers of all goals that a person can see, with goal, unit and people."""
    return (
        sa.select(Barrier)
        .join(Barrier.goal)
        .where(_seen_by(user))
        .options(
            contains_eager(Barrier.goal).joinedload(Goal.unit),
            joinedload(Barrier.owner),
            joinedload(Barrier.reported_by),
        )
    )


def _seen_by(user: User) -> sa.ColumnElement[bool]:
    return Barrier.goal_id.in_(visible_to(user).with_only_columns(Goal.id).correlate(None))


def without_owner(user: User | None, *, most: int | None = None) -> Sequence[Barrier]:
    """Open barriers that nobody with an open account takes away, the oldest first: all, or those of goals that one
    person may answer for."""
    wanted = _in_the_way().where(sa.or_(Barrier.owner_id.is_(None), Barrier.owner_id.not_in(_open_accounts())))
    if user is not None:
        wanted = wanted.where(_seen_by(user), perhaps_answered_for(user))
    return session().scalars(wanted.order_by(Barrier.reported_at, Barrier.id).limit(most)).all()


def with_owner(user: User | None, *, most: int | None = None) -> Sequence[Barrier]:
    """Open barriers that somebody is to take away, the soonest first: all, or one person's."""
    wanted = _in_the_way().where(Barrier.owner_id.in_(_open_accounts()))
    if user is not None:
        wanted = wanted.where(_seen_by(user), Barrier.owner_id == user.id)
    return session().scalars(wanted.order_by(Barrier.due_on.asc().nulls_last(), Barrier.id).limit(most)).all()


def _in_the_way() -> sa.Select[Barrier]:
    """Open barriers of goals that are not retired."""
    wanted = sa.select(Barrier).join(Barrier.goal)
    return wanted.where(Barrier.status == BarrierStatus.OPEN, Goal.status != Status.RETIRED).options(
        joinedload(Barrier.owner),
        joinedload(Barrier.reported_by),
        contains_eager(Barrier.goal).joinedload(Goal.unit).selectinload(Unit.managers),
    )


def _open_accounts() -> sa.Select[int]:
    return sa.select(User.id).where(User.closed_on.is_(None))


def who_can_take_it_away(goal: Goal) -> list[tuple[int, str]]:
    """Those who see the goal and have more to do in the app than keep accounts, in Danish order."""
    people = people_choices(administrators=False)
    seeing = who_see(goal, {key for key, _name in people})
    return [(key, name) for key, name in people if key in seeing]


def owner_options(user: User) -> list[tuple[int, str]]:
    """Those who are to take a barrier away that the person sees, or did, in Danish order."""
    owners = sa.select(Barrier.owner_id).where(Barrier.owner_id.is_not(None), Barrier.goal_id.in_(ids_visible_to(user)))
    wanted = sa.select(User.id, User.name).where(User.id.in_(owners)).order_by(sorted_danish(User.name))
    return [(key, name) for key, name in session().execute(wanted)]
