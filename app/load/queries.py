"""How many goals, how many minutes and which tensions each group has; goals and pairs as the person sees them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Bundle, aliased, joinedload

from app.core.db import session
from app.core.languages import gettext as _
from app.goals.models import Goal, MeasuredLevel, Status, Steering
from app.goals.queries import TYPED_NUMBER, find_by_number, visible_to
from app.load.models import Tension
from app.organisation.models import Unit
from app.people.models import User

MOST = 50  # tensions, or goals from above, on one page
SUGGESTED = 40

IN_FORCE = Goal.status == Status.IN_FORCE
MEASURES_SOMEBODY = sa.func.coalesce(Goal.measured_count, 1) > 0
MEASURES_ALL = Goal.measured_level.in_([MeasuredLevel.ORGANISATION, MeasuredLevel.UNIT])


def goals_in_force_per_unit() -> sa.Select[int, int]:
    """(unit_id, goals): how many goals in force each unit has of its own; units without any are left out."""
    counted = sa.select(Goal.unit_id.label("unit_id"), sa.func.count().label("goals"))
    return counted.where(IN_FORCE).group_by(Goal.unit_id)


def open_tensions(user: User | None = None) -> sa.Select[Tension]:
    """Pairs that nobody has ended, neither goal retired: all, or those of which a person sees both goals."""
    wanted = sa.select(Tension).where(Tension.ended_on.is_(None))
    for key in (Tension.goal_id, Tension.other_id):
        wanted = wanted.where(key.not_in(sa.select(Goal.id).where(Goal.status == Status.RETIRED)))
    return wanted if user is None else wanted.where(_both_seen_by(user))


def _both_seen_by(user: User) -> sa.ColumnElement[bool]:
    seen = visible_to(user).with_only_columns(Goal.id).correlate(None)
    return sa.and_(Tension.goal_id.in_(seen), Tension.other_id.in_(seen))


def load_of_units(user: User) -> sa.Select[Any]:
    """For each unit what its own goals in force ask of it, how many measure it from above, and how many tensions the
    person can see. One statement, whose parts are grouped by unit."""
    own, above, pulls = _own(), _from_above(), _tensions_per_unit(user)
    asked = ("goals", "steering", "background", "individual", "guessed", "largest", "minutes")
    row: Bundle[Any] = Bundle(
        "load",
        Unit.id.label("unit_id"),
        Unit.name.label("name"),
        Unit.headcount.label("headcount"),
        *(sa.func.coalesce(own.c[name], 0).label(name) for name in asked),
        minutes_each(own.c).label("minutes_each"),
        sa.func.coalesce(above.c.goals, 0).label("above"),
        sa.func.coalesce(pulls.c.pairs, 0).label("tensions"),
    )
    found = sa.select(row).select_from(Unit).outerjoin(own, own.c.unit_id == Unit.id)
    return found.outerjoin(above, above.c.unit_id == Unit.id).outerjoin(pulls, pulls.c.unit_id == Unit.id)


def minutes_each(own: Any) -> sa.ColumnElement[Any]:
    """Minutes a week for each of a unit's people, whose number is the larger of its head count and of those measured;
    NULL where nobody knows how many they are. `own` holds the columns of `_own`."""
    largest, head = sa.func.coalesce(own.largest, 0), sa.func.coalesce(Unit.headcount, 0)
    persons = sa.case((largest > head, largest), else_=head)
    return sa.func.coalesce(own.minutes, 0) * 1.0 / sa.func.nullif(persons, 0)


def person_minutes() -> sa.ColumnElement[int]:
    """Minutes a week of all whom a goal measures; the statement around it joins the goal's unit."""
    people = sa.func.coalesce(Goal.measured_count, Unit.headcount, 0)
    return sa.func.coalesce(Goal.registration_minutes, 0) * people


def _own() -> sa.Subquery:
    guessed = sa.and_(Goal.registration_minutes > 0, Goal.measured_count.is_(None))
    return (
        sa.select(
            Goal.unit_id.label("unit_id"),
            sa.func.count().label("goals"),
            sa.func.count().filter(Goal.steering == Steering.STEERING).label("steering"),
            sa.func.count().filter(Goal.steering == Steering.BACKGROUND).label("background"),
            sa.func.count().filter(Goal.measured_level == MeasuredLevel.INDIVIDUAL).label("individual"),
            sa.func.count().filter(guessed).label("guessed"),
            sa.func.max(Goal.measured_count).label("largest"),
            sa.func.sum(person_minutes()).label("minutes"),
        )
        .join(Goal.unit)
        .where(IN_FORCE)
        .group_by(Goal.unit_id)
        .subquery("own")
    )


def _from_above() -> sa.Subquery:
    """How many goals of other units measure everybody in a unit: those on the whole organisation, wherever they belong,
    and those of the units above that measure the unit as a whole."""
    wide = (
        sa.select(Goal.unit_id, Unit.path, Goal.measured_level, sa.func.count().label("goals"))
        .join(Goal.unit)
        .where(IN_FORCE, MEASURES_ALL, MEASURES_SOMEBODY)
        .group_by(Goal.unit_id, Unit.path, Goal.measured_level)
        .subquery("wide")
    )
    below = aliased(Unit)
    reaches = sa.or_(wide.c.measured_level == MeasuredLevel.ORGANISATION, below.path.startswith(wide.c.path))
    counted = sa.select(below.id.label("unit_id"), sa.cast(sa.func.sum(wide.c.goals), sa.Integer).label("goals"))
    return counted.join(wide, sa.and_(wide.c.unit_id != below.id, reaches)).group_by(below.id).subquery("above")


def _tensions_per_unit(user: User) -> sa.Subquery:
    """How many pairs each unit has a goal in; a pair within the unit counts once."""
    seen = open_tensions(user).with_only_columns(Tension.id, Tension.goal_id, Tension.other_id).subquery()
    ends = sa.union_all(sa.select(seen.c.id, seen.c.goal_id), sa.select(seen.c.id, seen.c.other_id)).subquery()
    counted = sa.select(Goal.unit_id.label("unit_id"), sa.func.count(ends.c.id.distinct()).label("pairs"))
    return counted.join(ends, ends.c.goal_id == Goal.id).group_by(Goal.unit_id).subquery("pulls")


def load_of(user: User, unit: Unit) -> Any:
    return session().scalar(load_of_units(user).where(Unit.id == unit.id))


def load_of_open_units(user: User) -> sa.Select[Any]:
    return load_of_units(user).where(Unit.closed_on.is_(None))


def goals_of_unit(user: User, unit: Unit) -> sa.Select[Goal]:
    """The goals in force that belong to the unit itself."""
    return visible_to(user).join(Goal.unit).where(IN_FORCE, Goal.unit_id == unit.id)


def reaching(unit_id: int) -> sa.ColumnElement[bool]:
    """The condition that a goal of another unit measures everybody in the one."""
    path = sa.select(Unit.path).where(Unit.id == unit_id).scalar_subquery()
    above = sa.select(Unit.id).where(path.startswith(Unit.path))
    from_above = sa.and_(Goal.measured_level == MeasuredLevel.UNIT, Goal.unit_id.in_(above))
    reaches = sa.or_(Goal.measured_level == MeasuredLevel.ORGANISATION, from_above)
    return sa.and_(Goal.unit_id != unit_id, MEASURES_SOMEBODY, reaches)


def goals_from_above(user: User, unit: Unit) -> Sequence[Goal]:
    wanted = visible_to(user).where(IN_FORCE, reaching(unit.id)).order_by(Goal.number).limit(MOST)
    return session().scalars(wanted).unique().all()


def goals_in_tension(user: User) -> sa.Select[Any]:
    """The keys of the goals that pull against another, as far as the person sees both."""
    seen = open_tensions(user).with_only_columns(Tension.goal_id, Tension.other_id).subquery()
    return sa.union(sa.select(seen.c.goal_id), sa.select(seen.c.other_id)).subquery().select()


def _whole(wanted: sa.Select[Tension]) -> sa.Select[Tension]:
    return wanted.options(
        joinedload(Tension.goal).joinedload(Goal.unit),
        joinedload(Tension.other).joinedload(Goal.unit),
        joinedload(Tension.marked_by),
        joinedload(Tension.ended_by),
    )


def tensions_of(user: User, goal: Goal) -> Sequence[Tension]:
    """The open pairs of a goal that the person sees both ends of, the newest first."""
    of_goal = sa.or_(Tension.goal_id == goal.id, Tension.other_id == goal.id)
    wanted = _whole(open_tensions(user)).where(of_goal).order_by(Tension.id.desc())
    return session().scalars(wanted.limit(MOST)).all()


def tensions_in(user: User, unit: Unit) -> Sequence[Tension]:
    """The open pairs in which a unit has a goal, the newest first."""
    own = sa.select(Goal.id).where(Goal.unit_id == unit.id)
    wanted = _whole(open_tensions(user)).where(sa.or_(Tension.goal_id.in_(own), Tension.other_id.in_(own)))
    return session().scalars(wanted.order_by(Tension.id.desc()).limit(MOST)).all()


def ended_tensions_in(user: User, unit: Unit) -> Sequence[Tension]:
    """The latest pairs of the unit's goals that somebody has ended."""
    own = sa.select(Goal.id).where(Goal.unit_id == unit.id)
    wanted = sa.select(Tension).where(Tension.ended_on.is_not(None), _both_seen_by(user))
    wanted = wanted.where(sa.or_(Tension.goal_id.in_(own), Tension.other_id.in_(own)))
    return session().scalars(_whole(wanted).order_by(Tension.ended_on.desc(), Tension.id.desc()).limit(10)).all()


def find_tension(user: User, *, tension_id: int) -> Tension | None:
    """A pair of which the person sees both goals."""
    return session().scalar(_whole(sa.select(Tension)).where(Tension.id == tension_id, _both_seen_by(user)))


def open_between(one_id: int, other_id: int) -> Tension | None:
    lower, higher = sorted((one_id, other_id))
    wanted = sa.select(Tension).where(Tension.goal_id == lower, Tension.other_id == higher)
    return session().scalar(wanted.where(Tension.ended_on.is_(None)))


def suggested_against(user: User, goal: Goal) -> list[str]:
    """Other goals of the same unit, and those that measure it from above."""
    near = sa.or_(Goal.unit_id == goal.unit_id, reaching(goal.unit_id))
    wanted = visible_to(user).where(near, Goal.status != Status.RETIRED, Goal.id != goal.id)
    found = session().scalars(wanted.order_by(Goal.number).limit(SUGGESTED)).unique()
    return [f"{other.code} {other.title}" for other in found]


def read_against(user: User, goal: Goal, typed: str) -> tuple[int, str]:
    """(id, label) of the goal whose number was typed. ValueError says why the two can't be marked."""
    match = TYPED_NUMBER.match(typed)
    found = find_by_number(user, int(match[1])) if match else None
    if found is None:
        raise ValueError(_("No goal has that number. Write it as in the register, such as M-0042."))
    if found.id == goal.id:
        raise ValueError(_("That is the goal itself. Choose another one."))
    if found.status is Status.RETIRED:
        raise ValueError(_("%(code)s is retired. Choose another goal.", code=found.code))
    if open_between(goal.id, found.id) is not None:
        raise ValueError(_("The two are marked already."))
    return found.id, f"{found.code} {found.title}"
