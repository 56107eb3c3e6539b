"""Finding goals, always through the one who looks."""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from app.core.db import session, sorted_danish
from app.core.languages import gettext as _
from app.core.trees import BelowItself, keep_above
from app.goals.models import Goal, GoalObjective, Status
from app.goals.sight import sees_draft
from app.organisation.models import Unit, UnitManager
from app.organisation.standing import standing_of
from app.organisation.viewers import open_accounts
from app.people.models import Role, User

SUGGESTED = 40  # goals to choose from; any other is typed by its number
TYPED_NUMBER = re.compile(r"\s*(?:M-?\s*)?0*(\d{1,9})\b", re.IGNORECASE)


def visible_to(user: User) -> sa.Select[Goal]:
    """The goals that a person can see, with unit, owner and objectives.

    Everyone sees goals that are in hearing, in force or retired. Drafts are for the safety organisation, for those who
    lead the unit, own or began the goal, and for representatives in a committee that covers the unit.
    """
    statement = sa.select(Goal).options(
        joinedload(Goal.unit), joinedload(Goal.owner), selectinload(Goal.links).joinedload(GoalObjective.objective)
    )
    return statement if user.role is Role.SAFETY else statement.where(_seen_by(user))


def ids_visible_to(user: User) -> sa.Select[int]:
    """The keys of those goals, to be asked about within another question."""
    keys = sa.select(Goal.id).correlate(None)
    return keys if user.role is Role.SAFETY else keys.where(_seen_by(user))


def _seen_by(user: User) -> sa.ColumnElement[bool]:
    standing = standing_of(user)
    paths = [*standing.led_paths, *(path for seat in standing.seats for path in seat.area_paths)]
    own: list[Any] = [Goal.owner_id == user.id, Goal.created_by_id == user.id]
    if paths:
        under = sa.or_(*(Unit.path.startswith(path, autoescape=True) for path in paths))
        own.append(Goal.unit_id.in_(sa.select(Unit.id).where(under)))
    return sa.or_(Goal.status != Status.DRAFT, *own)


def find_goal(user: User, *, goal_id: int) -> Goal | None:
    whole = visible_to(user).options(joinedload(Goal.parent), joinedload(Goal.origin)).where(Goal.id == goal_id)
    return session().scalars(whole).unique().one_or_none()


def goals_under(user: User, goal: Goal) -> list[Goal]:
    """The goals directly below a goal, as far as the person can see them."""
    return list(session().scalars(visible_to(user).where(Goal.parent_id == goal.id).order_by(Goal.number)).unique())


def find_by_number(user: User, number: int) -> Goal | None:
    return session().scalars(visible_to(user).where(Goal.number == number)).unique().one_or_none()


def goals_that_may_stand_above(user: User, unit: Unit | None, limit: int) -> list[Goal]:
    """Some goals not retired, in a unit or above it, or anywhere; those of the highest units first."""
    wanted = visible_to(user).join(Goal.unit).where(Goal.status != Status.RETIRED)
    if unit is not None:
        wanted = wanted.where(Unit.id.in_([int(part) for part in unit.path.split("/") if part]))
    return list(session().scalars(wanted.order_by(sa.func.length(Unit.path), Goal.number).limit(limit)).unique())


def label_above(user: User, goal: Goal) -> str:
    """A goal's number and title; the number alone where the person can't see the goal."""
    return f"{goal.code} {goal.title}" if find_goal(user, goal_id=goal.id) else goal.code


def suggested_above(user: User, goal: Goal | None) -> list[str]:
    found = goals_that_may_stand_above(user, goal.unit if goal is not None else None, SUGGESTED)
    return [f"{other.code} {other.title}" for other in found if other is not goal]


def read_above(user: User, goal: Goal | None, typed: str) -> tuple[int, str]:
    """(id, label) of the goal whose number was typed. ValueError says why it can't stand above this one."""
    match = TYPED_NUMBER.match(typed)
    number = int(match[1]) if match else 0
    now = goal.parent if goal is not None else None
    if now is not None and now.number == number:
        return now.id, label_above(user, now)
    found = find_by_number(user, number)
    if found is None:
        raise ValueError(_("No goal has that number. Write it as in the register, such as M-0042."))
    if found.status is Status.RETIRED:
        raise ValueError(_("%(code)s is retired. Choose another goal, or none.", code=found.code))
    if goal is not None:
        try:
            keep_above(goal, found)
        except BelowItself:
            raise ValueError(
                _("%(code)s is the goal itself or lies below it. Choose another one.", code=found.code)
            ) from None
    return found.id, f"{found.code} {found.title}"


def owner_options() -> list[tuple[int, str]]:
    """Those who own a goal that is not a draft, in Danish order."""
    owners = sa.select(Goal.owner_id).where(Goal.status != Status.DRAFT)
    wanted = sa.select(User.id, User.name).where(User.id.in_(owners)).order_by(sorted_danish(User.name))
    return [(key, name) for key, name in session().execute(wanted)]


def unit_options_for(user: User) -> list[tuple[int, str]]:
    """The open units in which a person may add goals, in Danish order."""
    wanted = sa.select(Unit).where(Unit.closed_on.is_(None)).order_by(sorted_danish(Unit.name))
    standing = standing_of(user)
    return [
        (unit.id, unit.name) for unit in session().scalars(wanted) if user.role is Role.SAFETY or standing.leads(unit)
    ]


def get_goal(goal_id: int) -> Goal | None:
    """A goal by its key, for the program itself."""
    return session().get(Goal, goal_id)


def assessed_goals() -> list[Goal]:
    """The goals that somebody has assessed and that are not retired, for the program itself."""
    wanted = sa.select(Goal).where(Goal.risk_level.is_not(None), Goal.status != Status.RETIRED)
    return list(session().scalars(wanted.order_by(Goal.id)))


def who_see(goal: Goal, user_ids: set[int]) -> set[int]:
    """Those of these people who can see a goal; a draft is not for everybody."""
    if goal.status is not Status.DRAFT:
        return user_ids
    return {user.id for user in open_accounts(user_ids) if sees_draft(user, goal)}


def perhaps_answered_for(user: User) -> sa.ColumnElement[bool]:
    """The condition that a person may be among those who answer for a goal; `notices.people_of` tells whether they are.

    They own it, manage its unit, or it has nobody and they lead a unit above it or keep the register."""
    standing = standing_of(user)
    managed = sa.select(UnitManager.unit_id).where(UnitManager.user_id == user.id)
    found: list[Any] = [Goal.owner_id == user.id, Goal.unit_id.in_(managed)]
    above = [Unit.path.startswith(path, autoescape=True) for path in standing.led_paths]
    if user.role is Role.SAFETY or above:
        owned = sa.select(User.id).where(User.closed_on.is_(None))
        managing = sa.select(UnitManager.unit_id).join(UnitManager.user).where(User.closed_on.is_(None))
        without = sa.and_(sa.or_(Goal.owner_id.is_(None), Goal.owner_id.not_in(owned)), Goal.unit_id.not_in(managing))
        if user.role is not Role.SAFETY:
            without = sa.and_(without, Goal.unit_id.in_(sa.select(Unit.id).where(sa.or_(*above))))
        found.append(without)
    return sa.or_(*found)
