"""Finding what a unit's workplace assessment says: only goals in force, only finished assessments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Bundle, contains_eager, joinedload, selectinload

from app.actions.models import OPEN, UNCHECKED, Action, ActionGoal, ActionStatus, ActionStrain
from app.apv.models import ApvNote
from app.apv.plan import MOST_NAMED, MOST_UNITS, Counts, Factors, Mapped, Plan, Problem, Scope
from app.core.clock import today
from app.core.db import session, sorted_danish
from app.goals.models import Aspect, Goal, Status, Strain
from app.goals.queries import visible_to
from app.organisation.models import Unit
from app.organisation.queries import find_unit
from app.people.models import User
from app.risks.models import Acceptance, Assessment, Factor, Gain, Participant, Rating, Relief
from app.risks.settings import bands

FORMS = ("docx", "pdf", "xlsx")
PER_PAGE = 20
MOST = 300  # problems in a file; a plan that is longer is read unit by unit
LATEST = 20  # notes
NUMBER = Rating.probability * Rating.consequence


def find_plan(user: User, *, unit_id: int, form: str) -> tuple[Unit, str] | None:
    """A unit, and the form of file that was asked for."""
    unit = find_unit(user, unit_id=unit_id)
    return (unit, form) if unit is not None and form in FORMS else None


def units_with_goals(user: User) -> sa.Select[Any]:
    """For each unit with goals in force: how many are assessed, its strains, what is open, and what was mapped when."""
    goals = _in_force(user)
    parts = [_assessed(goals), _strains(goals), _open_actions(goals), _oldest(goals)]
    counted = sa.select(Goal.unit_id, sa.func.count().label("goals")).where(Goal.id.in_(goals)).group_by(Goal.unit_id)
    first = counted.subquery()
    counts = [sa.func.coalesce(c, 0).label(c.name) for part in parts[:3] for c in part.c if c.name != "unit_id"]
    mapped = [sa.func.coalesce(parts[3].c.aspects, 0).label("aspects"), parts[3].c.oldest.label("oldest")]
    row: Bundle[Any] = Bundle(
        "unit", Unit.id.label("unit_id"), Unit.name.label("name"), first.c.goals.label("goals"), *counts, *mapped
    )
    found = sa.select(row).select_from(Unit).join(first, first.c.unit_id == Unit.id)
    for part in parts:
        found = found.outerjoin(part, part.c.unit_id == Unit.id)
    return found


def _assessed(goals: Any) -> sa.Subquery:
    counted = sa.func.count(Assessment.id).label("assessed")
    return _by_unit(counted).where(Assessment.id.in_(_newest(goals))).group_by(Goal.unit_id).subquery()


def _strains(goals: Any) -> sa.Subquery:
    limits = bands()
    high = sa.func.count().filter(limits.medium_up_to < NUMBER).label("high")
    medium = sa.func.count().filter(limits.low_up_to < NUMBER, limits.medium_up_to >= NUMBER).label("medium")
    rated = _by_unit(high, medium).join(Rating, Rating.assessment_id == Assessment.id)
    return rated.where(Assessment.id.in_(_newest(goals))).group_by(Goal.unit_id).subquery()


def _open_actions(goals: Any) -> sa.Subquery:
    late = sa.func.count(Action.id.distinct()).filter(Action.due_on < today()).label("overdue")
    seen = goals.add_columns(Goal.unit_id).subquery()  # joined: as a list, SQLite looks for each action in all of it
    wanted = sa.select(seen.c.unit_id, sa.func.count(Action.id.distinct()).label("open_actions"), late)
    wanted = wanted.join(ActionGoal, ActionGoal.goal_id == seen.c.id).join(Action, Action.id == ActionGoal.action_id)
    return wanted.where(Action.status.in_(OPEN)).group_by(seen.c.unit_id).subquery()


def _oldest(goals: Any) -> sa.Subquery:
    """How many aspects were mapped, and the day of the one that was mapped longest ago."""
    last = _last_mapped(goals).subquery()
    counts = sa.func.count().label("aspects"), sa.func.min(last.c.mapped_on).label("oldest")
    return sa.select(last.c.unit_id, *counts).group_by(last.c.unit_id).subquery()


def _by_unit(*columns: Any) -> sa.Select[Any]:
    return sa.select(Goal.unit_id, *columns).select_from(Assessment).join(Goal, Goal.id == Assessment.goal_id)


def _in_force(user: User, scope: Scope | None = None) -> sa.Select[Any]:
    """The keys of the goals in force, or decided and about to be, that the person sees."""
    found = visible_to(user).with_only_columns(Goal.id).where(Goal.status == Status.IN_FORCE).correlate(None)
    if scope is None:
        return found
    if not scope.below:
        return found.where(Goal.unit_id == scope.unit.id)
    return found.where(
        Goal.unit_id.in_(sa.select(Unit.id).where(Unit.path.startswith(scope.unit.path, autoescape=True)))
    )


def _finished(goals: Any) -> sa.ColumnElement[bool]:
    return sa.and_(Assessment.finished_at.is_not(None), Assessment.goal_id.in_(goals))


def _newest(goals: Any) -> sa.Select[Any]:
    """The keys of the newest finished assessment of each of these goals."""
    place = sa.func.row_number().over(
        partition_by=Assessment.goal_id, order_by=(Assessment.assessed_on.desc(), Assessment.id.desc())
    )
    ranked = sa.select(Assessment.id, place.label("place")).where(_finished(goals)).subquery()
    return sa.select(ranked.c.id).where(ranked.c.place == 1)


def _last_mapped(goals: Any) -> sa.Select[Any]:
    """The last day on which a finished assessment spoke of an aspect, for each unit and aspect."""
    gains = _by_unit(Gain.aspect.label("aspect"), Assessment.assessed_on.label("day")).join(
        Gain, Gain.assessment_id == Assessment.id
    )
    strains = (
        _by_unit(Strain.aspect.label("aspect"), Assessment.assessed_on.label("day"))
        .join(Rating, Rating.assessment_id == Assessment.id)
        .join(Strain, Strain.id == Rating.strain_id)
    )
    gone = (
        _by_unit(Strain.aspect.label("aspect"), Assessment.assessed_on.label("day"))
        .join(Relief, Relief.assessment_id == Assessment.id)
        .join(Strain, Strain.id == Relief.strain_id)
    )
    parts = [gains, strains, gone, *(_without_influence(aspect) for aspect in Aspect)]
    said = sa.union_all(*(part.where(_finished(goals)) for part in parts)).subquery()
    last = sa.func.max(said.c.day).label("mapped_on")
    return sa.select(said.c.unit_id, said.c.aspect, last).group_by(said.c.unit_id, said.c.aspect)


def _without_influence(aspect: Aspect) -> sa.Select[Any]:
    """That a goal has no influence on the work environment is an answer on every aspect."""
    spoken = sa.literal(aspect, Gain.__table__.c.aspect.type).label("aspect")
    return _by_unit(spoken, Assessment.assessed_on.label("day")).where(Assessment.no_influence_reason != "")


def plan_of(user: User, scope: Scope, *, page: int = 1, per_page: int) -> Plan:
    """What a unit's workplace assessment says, with one page of its problems, the most serious ones first."""
    goals = _in_force(user, scope)
    counts = _counts(goals)
    last = max(1, -(-counts.problems // per_page))
    page = min(max(1, page), last)
    first = (page - 1) * per_page
    return Plan(
        scope=scope, counts=counts, problems=_problems(goals, first, per_page), unassessed=_unassessed(goals),
        mapped=_mapped(goals), factors=_factors(goals), notes=notes_of(scope.unit), others=_others(goals), page=page,
        last_page=last, first=first,
    )  # fmt: skip


def _counts(goals: Any) -> Counts:
    return Counts(
        goals=_count(sa.select(Goal.id).where(Goal.id.in_(goals))),
        assessed=_count(_newest(goals)),
        problems=_count(_standing(goals)),
    )


def _count(wanted: sa.Select[Any]) -> int:
    return session().scalar(sa.select(sa.func.count()).select_from(wanted.order_by(None).subquery())) or 0


def _standing(goals: Any) -> sa.Select[Any]:
    """The keys of the ratings that stand in the plan: not low, or something is still being done about them."""
    treated = sa.select(ActionStrain.strain_id).join(Action, Action.id == ActionStrain.action_id)
    treated = treated.where(Action.status.in_(UNCHECKED))
    stands = sa.or_(bands().low_up_to < NUMBER, Rating.strain_id.in_(treated))
    return sa.select(Rating.id).where(Rating.assessment_id.in_(_newest(goals)), stands)


def _problems(goals: Any, first: int, most: int) -> list[Problem]:
    wanted = (
        sa.select(Rating, Assessment)
        .join(Assessment, Assessment.id == Rating.assessment_id)
        .join(Rating.strain)
        .join(Strain.goal)
        .where(Rating.id.in_(_standing(goals)))
        .options(
            contains_eager(Rating.strain).contains_eager(Strain.goal).joinedload(Goal.unit),
            selectinload(Assessment.participants).joinedload(Participant.user),
            selectinload(Assessment.measures),
        )
        .order_by(NUMBER.desc(), Goal.number, Rating.strain_id)
    )
    found = [(rating, assessment) for rating, assessment in session().execute(wanted.offset(first).limit(most))]
    strain_ids = [rating.strain_id for rating, _assessment in found]
    actions, accepted, limits = _actions_on(strain_ids), _accepted(strain_ids), bands()
    return [
        Problem(
            rating.strain.goal, assessment, rating, limits, actions.get(rating.strain_id, ()),
            accepted.get(rating.strain_id),
        )
        for rating, assessment in found
    ]  # fmt: skip


def _actions_on(strain_ids: Sequence[int]) -> dict[int, list[Action]]:
    """What is, was or will be done about each of these strains, oldest first; what was dropped is left out."""
    wanted = (
        sa.select(ActionStrain.strain_id, Action)
        .join(Action, Action.id == ActionStrain.action_id)
        .where(ActionStrain.strain_id.in_(strain_ids), Action.status != ActionStatus.DROPPED)
        .options(joinedload(Action.responsible), joinedload(Action.checked_by))
        .order_by(Action.id)
    )
    found: dict[int, list[Action]] = {}
    for key, action in session().execute(wanted) if strain_ids else ():
        found.setdefault(key, []).append(action)
    return found


def _accepted(strain_ids: Sequence[int]) -> dict[int, Acceptance]:
    """Which of these strains somebody accepted as a high risk that remains."""
    wanted = sa.select(Acceptance).where(Acceptance.strain_id.in_(strain_ids), Acceptance.ended_on.is_(None))
    found = session().scalars(wanted.options(joinedload(Acceptance.accepted_by)).order_by(Acceptance.id))
    return {acceptance.strain_id: acceptance for acceptance in found} if strain_ids else {}


def _unassessed(goals: Any) -> list[Goal]:
    """Some of the goals in force that nobody has assessed."""
    assessed = sa.select(Assessment.goal_id).where(Assessment.finished_at.is_not(None))
    wanted = sa.select(Goal).where(Goal.id.in_(goals), Goal.id.not_in(assessed)).options(joinedload(Goal.unit))
    return list(session().scalars(wanted.order_by(Goal.number).limit(MOST_NAMED)))


def _others(goals: Any) -> list[Action]:
    """Some of what is, was or will be done about the goals but about no strain of the plan, newest first."""
    seen = goals.subquery()
    standing = sa.select(Rating.strain_id).where(Rating.id.in_(_standing(goals)))
    told = sa.select(ActionStrain.action_id).where(ActionStrain.strain_id.in_(standing))
    on_goals = sa.select(ActionGoal.action_id).join(seen, seen.c.id == ActionGoal.goal_id)
    wanted = (
        sa.select(Action)
        .where(Action.id.in_(on_goals), Action.id.not_in(told), Action.status != ActionStatus.DROPPED)
        .options(joinedload(Action.responsible), joinedload(Action.checked_by))
    )
    return list(session().scalars(wanted.order_by(Action.id.desc()).limit(MOST_NAMED)))


def _mapped(goals: Any) -> list[Mapped]:
    """What was last mapped when, for each unit that has goals in force, in Danish order."""
    with_goals = sa.select(Goal.unit_id).where(Goal.id.in_(goals))
    wanted = sa.select(Unit).where(Unit.id.in_(with_goals)).order_by(sorted_danish(Unit.name)).limit(MOST_UNITS)
    units = list(session().scalars(wanted))
    days: dict[int, dict[Aspect, date]] = {unit.id: {} for unit in units}
    for unit_id, aspect, day in session().execute(_last_mapped(goals)):
        if unit_id in days:
            days[unit_id][aspect] = day
    return [Mapped(unit, days[unit.id]) for unit in units]


def _factors(goals: Any) -> Factors:
    text = sa.cast(Assessment.factors, sa.String)
    days = [
        sa.func.max(sa.case((text.contains(f'"{one.value}"'), Assessment.assessed_on), else_=None)) for one in Factor
    ]
    asked, *named = session().execute(
        sa.select(sa.func.max(Assessment.assessed_on), *days).where(_finished(goals))
    ).one()  # fmt: skip
    return Factors(asked, {factor: day for factor, day in zip(Factor, named, strict=True) if day is not None})


def notes_of(unit: Unit) -> list[ApvNote]:
    """The latest notes about the process in a unit, newest first."""
    wanted = sa.select(ApvNote).where(ApvNote.unit_id == unit.id).options(joinedload(ApvNote.noted_by))
    return list(session().scalars(wanted.order_by(ApvNote.noted_at.desc(), ApvNote.id.desc()).limit(LATEST)))
