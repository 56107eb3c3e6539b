"""What waits for a person, and what has happened lately in what they can see."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased, joinedload

from app.core.audit import Event, readable
from app.core.clock import today
from app.core.db import session, sorted_danish
from app.goals.models import Goal, Status
from app.goals.queries import find_goal, visible_to
from app.organisation.models import Committee, CommitteeArea, Organisation, Unit
from app.organisation.queries import find_committee, find_unit
from app.organisation.standing import standing_of
from app.overview.following import Following, following
from app.people.models import FollowedKind, Role, User
from app.people.queries import follows_of
from app.strategy.models import Objective

FEW = 8
FEED = 40
MOST = 100
SOON = timedelta(days=30)


def reviews_due(user: User | None) -> list[Goal]:
    """Goals in force whose review is overdue or falls within 30 days, soonest first, with those who answer for them.

    A person's are those of their own goals and of units they lead; who keeps the register sees what is overdue
    anywhere. None: all there are."""
    soon = Goal.next_review_on <= today() + SOON
    if user is None:
        wanted = sa.select(Goal).where(soon).options(joinedload(Goal.unit))
    else:
        mine = sa.and_(_mine(user), soon)
        if user.role is Role.SAFETY:
            mine = sa.or_(mine, Goal.next_review_on < today())
        wanted = visible_to(user).where(mine).limit(MOST)
    wanted = wanted.where(Goal.status == Status.IN_FORCE).options(joinedload(Goal.unit).selectinload(Unit.managers))
    return list(session().scalars(wanted.order_by(Goal.next_review_on, Goal.id)).unique())


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


def following_of(user: User) -> Following:
    """What a person follows: the goals they own, their own unit, the units they lead, the committees they sit in, and
    what they chose besides."""
    standing = standing_of(user)
    units = {int(path.split("/")[-2]) for path in standing.led_paths} | ({standing.unit_id} - {None})
    own = {
        FollowedKind.GOAL: set(session().scalars(sa.select(Goal.id).where(Goal.owner_id == user.id).limit(1000))),
        FollowedKind.UNIT: {key for key in units if key is not None},
        FollowedKind.COMMITTEE: {seat.committee_id for seat in standing.seats},
    }
    return following(own, follows_of(user))


def is_followed(user: User, kind: FollowedKind, thing: Any) -> bool:
    """Whether a person follows a thing: itself, or, for a goal, the unit or the committee that it belongs to."""
    found = following_of(user)
    if found.follows(kind, thing.id) or kind is not FollowedKind.GOAL or thing.id in found.off[FollowedKind.GOAL]:
        return found.follows(kind, thing.id)
    return session().scalar(_units_followed(found).where(Unit.id == thing.unit_id).limit(1)) is not None


def followed_things(user: User) -> list[tuple[FollowedKind, Any]]:
    """The goals, units and committees that a person follows, as far as they can see them, each kind in Danish order."""
    found = following_of(user)
    goals = visible_to(user).where(Goal.id.in_(found.on[FollowedKind.GOAL])).order_by(Goal.number).limit(MOST)
    units = sa.select(Unit).where(Unit.id.in_(found.on[FollowedKind.UNIT])).order_by(sorted_danish(Unit.name))
    committees = sa.select(Committee).where(Committee.id.in_(found.on[FollowedKind.COMMITTEE]))
    committees = committees.order_by(sorted_danish(Committee.name))
    return [
        *((FollowedKind.GOAL, goal) for goal in session().scalars(goals).unique()),
        *((FollowedKind.UNIT, unit) for unit in session().scalars(units)),
        *((FollowedKind.COMMITTEE, one) for one in session().scalars(committees)),
    ]


def find_followable(user: User, *, kind: str, thing_id: int) -> Any:
    """(kind, thing): a goal that the person can see, a unit or a committee."""
    found: Any = None
    if kind == FollowedKind.GOAL:
        found = find_goal(user, goal_id=thing_id)
    elif kind == FollowedKind.UNIT:
        found = find_unit(user, unit_id=thing_id)
    elif kind == FollowedKind.COMMITTEE:
        found = find_committee(user, committee_id=thing_id)
    return None if found is None else (FollowedKind(kind), found)


def events_in(user: User, found: Following, since: datetime | None) -> list[Event]:
    """What others have done since then in what a person follows, newest first, as far as they may read it."""
    wanted = (
        sa.select(Event)
        .where(
            readable(standing_of(user).audiences),
            _about_followed(user, found),
            Event.actor_id.is_distinct_from(user.id),
        )
        .order_by(Event.id.desc())
        .limit(FEED)
    )
    return list(session().scalars(wanted if since is None else wanted.where(Event.at > since)))


def _about_followed(user: User, found: Following) -> sa.ColumnElement[bool]:
    on = found.on
    goals = visible_to(user).with_only_columns(Goal.id).where(
        Goal.id.not_in(found.off[FollowedKind.GOAL]),
        sa.or_(Goal.id.in_(on[FollowedKind.GOAL]), Goal.unit_id.in_(_units_followed(found))),
    )  # fmt: skip
    return sa.or_(
        sa.and_(Event.about_type == "goal", Event.about_id.in_(goals)),
        sa.and_(Event.about_type == "unit", Event.about_id.in_(on[FollowedKind.UNIT])),
        sa.and_(Event.about_type == "committee", Event.about_id.in_(on[FollowedKind.COMMITTEE])),
    )


def _units_followed(found: Following) -> sa.Select[int]:
    """The units that a person follows, those below them, and those in the areas of the committees they follow."""
    above, below = aliased(Unit), Unit
    areas = sa.select(CommitteeArea.unit_id).where(CommitteeArea.committee_id.in_(found.on[FollowedKind.COMMITTEE]))
    tops = sa.or_(above.id.in_(found.on[FollowedKind.UNIT]), above.id.in_(areas))
    return sa.select(below.id).join(above, below.path.startswith(above.path)).where(tops)


def _mine(user: User) -> sa.ColumnElement[bool]:
    led = [Unit.path.startswith(path, autoescape=True) for path in standing_of(user).led_paths]
    in_led = [Goal.unit_id.in_(sa.select(Unit.id).where(sa.or_(*led)))] if led else []
    return sa.or_(Goal.owner_id == user.id, *in_led)


def _few(statement: sa.Select[Goal]) -> list[Goal]:
    return list(session().scalars(statement.limit(FEW)).unique())
