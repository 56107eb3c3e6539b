"""Finding assessments. Finished ones are for all who see the goal, a draft only for those who may assess."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app.actions.models import OPEN, Action, ActionStatus, ActionStrain
from app.actions.queries import actions_on
from app.core.clock import today
from app.core.db import session, sorted_danish
from app.goals.models import Goal, RiskLevel, Status, Strain
from app.goals.queries import assessed_goals, find_goal, ids_visible_to, perhaps_answered_for
from app.organisation.models import Committee, CommitteeArea, Seat, Side, Unit, UnitManager
from app.organisation.standing import standing_of
from app.people.models import Role, User
from app.risks.assessors import assesses
from app.risks.content import line_of
from app.risks.lines import NO_LAST, Last, eased_by
from app.risks.models import Acceptance, Assessment, Participant, Rating, Relief


def _whole(goal: Goal) -> sa.Select[Assessment]:
    """The assessments of a goal with everything in them, newest first."""
    return (
        sa.select(Assessment)
        .where(Assessment.goal_id == goal.id)
        .options(
            joinedload(Assessment.created_by),
            selectinload(Assessment.participants).joinedload(Participant.user),
            selectinload(Assessment.gains),
            selectinload(Assessment.ratings).joinedload(Rating.strain),
            selectinload(Assessment.measures),
            selectinload(Assessment.reliefs).joinedload(Relief.strain),
        )
        .order_by(Assessment.assessed_on.desc(), Assessment.id.desc())
    )


def finished_of(goal: Goal) -> list[Assessment]:
    """A goal's finished assessments, newest first."""
    return list(session().scalars(_whole(goal).where(Assessment.finished_at.is_not(None))))


def latest_finished(goal: Goal) -> Assessment | None:
    return session().scalars(_whole(goal).where(Assessment.finished_at.is_not(None)).limit(1)).one_or_none()


def finished_before(assessment: Assessment) -> Assessment | None:
    """The finished assessment of the same goal that came before this one."""
    earlier = sa.or_(
        Assessment.assessed_on < assessment.assessed_on,
        sa.and_(Assessment.assessed_on == assessment.assessed_on, Assessment.id < assessment.id),
    )
    wanted = _whole(assessment.goal).where(Assessment.finished_at.is_not(None), earlier)
    return session().scalars(wanted.limit(1)).one_or_none()


def last_until(goal: Goal, day: date) -> Last:
    """What the newest finished assessment up to that day said, and which of its strains were eased since."""
    until = sa.and_(Assessment.finished_at.is_not(None), Assessment.assessed_on <= day)
    return _as_last(session().scalars(_whole(goal).where(until).limit(1)).one_or_none())


def last_of(assessment: Assessment) -> Last:
    """The same of the one that came before this assessment."""
    return _as_last(finished_before(assessment))


def _as_last(assessment: Assessment | None) -> Last:
    if assessment is None:
        return NO_LAST
    lines = tuple(line_of(rating) for rating in assessment.ratings)
    actions = actions_on([one.strain_id for one in lines if one.strain_id is not None])
    return Last(lines, eased_by(actions, assessment.assessed_on), assessment.assessed_on)


def draft_of(user: User, goal: Goal) -> Assessment | None:
    """The one unfinished assessment of a goal, for those who may assess; None for everybody else."""
    return the_draft(goal) if assesses(user, goal) else None


def the_draft(goal: Goal) -> Assessment | None:
    return session().scalars(_whole(goal).where(Assessment.finished_at.is_(None)).limit(1)).one_or_none()


def find_assessment(user: User, *, goal_id: int, assessment_id: int) -> tuple[Goal, Assessment] | None:
    """An assessment of that very goal, as far as the person can see both."""
    goal = find_goal(user, goal_id=goal_id)
    if goal is None:
        return None
    found = session().scalars(_whole(goal).where(Assessment.id == assessment_id)).one_or_none()
    if found is None or not (found.is_finished or assesses(user, goal)):
        return None
    return goal, found


def strains_of(goal: Goal) -> list[Strain]:
    return list(session().scalars(sa.select(Strain).where(Strain.goal_id == goal.id).order_by(Strain.id)))


def is_rated(strain: Strain, *, but_in: Assessment) -> bool:
    """Whether any other assessment than the one named rates the strain."""
    wanted = sa.select(Rating.id).where(Rating.strain_id == strain.id, Rating.assessment_id != but_in.id).limit(1)
    return session().scalar(wanted) is not None


def unspoken_of(strains: list[Strain]) -> list[Strain]:
    """Those of the strains that no assessment rates. An action that treats one lets go of it when it is deleted."""
    keys = [one.id for one in strains]
    spoken_of = set(session().scalars(sa.select(Rating.strain_id).where(Rating.strain_id.in_(keys))))
    return [one for one in strains if one.id not in spoken_of]


def newest_finished() -> sa.Subquery:
    """Per goal its newest finished assessment: goal_id, assessment_id, assessed_on, substance, finished_at."""
    newest_first = (Assessment.assessed_on.desc(), Assessment.id.desc())
    place = sa.func.row_number().over(partition_by=Assessment.goal_id, order_by=newest_first).label("place")
    columns = (
        Assessment.goal_id, Assessment.id.label("assessment_id"), Assessment.assessed_on, Assessment.substance,
        Assessment.finished_at,
    )  # fmt: skip
    ranked = sa.select(*columns, place).where(Assessment.finished_at.is_not(None)).subquery()
    wanted = [ranked.c[name] for name in ("goal_id", "assessment_id", "assessed_on", "substance", "finished_at")]
    return sa.select(*wanted).where(ranked.c.place == 1).subquery("newest_assessment")


def lines_of(goal_ids: Collection[int]) -> dict[int, list[Rating]]:
    """The lines of each goal's newest finished assessment, with their strains. It hides nothing."""
    newest = newest_finished()
    wanted = (
        sa.select(newest.c.goal_id, Rating)
        .join(newest, newest.c.assessment_id == Rating.assessment_id)
        .where(newest.c.goal_id.in_(goal_ids))
        .options(joinedload(Rating.strain))
        .order_by(Rating.id)
    )
    found: dict[int, list[Rating]] = {key: [] for key in goal_ids}
    for key, rating in session().execute(wanted):
        found[key].append(rating)
    return found


def treated_since(user: User, *, most: int) -> list[tuple[Goal, int, date]]:
    """The goals that a person may answer for, with a strain all of whose actions are done or closed, the last of them
    since the newest assessment, which rates it, was finished: the goal, that assessment, and the day."""
    newest, last_day = newest_finished(), sa.func.coalesce(Action.checked_on, Action.done_on)
    treated = (
        sa.select(ActionStrain.strain_id, sa.func.max(last_day).label("on"), sa.func.max(Action.settled_at).label("at"))
        .join(Action, Action.id == ActionStrain.action_id)
        .where(Action.status != ActionStatus.DROPPED)
        .group_by(ActionStrain.strain_id)
        .having(sa.func.sum(sa.case((Action.status.in_(OPEN), 1), else_=0)) == 0)
        .subquery()
    )
    wanted = (
        _answered_for(user)
        .add_columns(newest.c.assessment_id, sa.func.max(treated.c.on))
        .join(newest, newest.c.goal_id == Goal.id)
        .join(Rating, Rating.assessment_id == newest.c.assessment_id)
        .join(treated, treated.c.strain_id == Rating.strain_id)
        .where(treated.c.at > newest.c.finished_at)
        .group_by(Goal.id, newest.c.assessment_id)
        .order_by(sa.func.max(treated.c.on), Goal.id)
    )
    return [(goal, key, day) for goal, key, day in session().execute(wanted.limit(most))]


def outdated_assessments(user: User, *, most: int) -> list[tuple[Goal, int]]:
    """The goals in force or announced that a person may answer for, which are no longer what was assessed; with their
    newest finished assessments."""
    newest = newest_finished()
    wanted = (
        _answered_for(user)
        .add_columns(newest.c.assessment_id)
        .join(newest, newest.c.goal_id == Goal.id)
        .where(Goal.status == Status.IN_FORCE, newest.c.substance != Goal.substance)
        .order_by(Goal.id)
    )
    return [(goal, key) for goal, key in session().execute(wanted.limit(most))]


def _answered_for(user: User) -> sa.Select[Goal]:
    """The goals that are not retired and that a person may answer for."""
    wanted = sa.select(Goal).where(perhaps_answered_for(user), Goal.status != Status.RETIRED)
    return wanted.options(joinedload(Goal.unit))


def strains_seen_by(user: User) -> sa.ColumnElement[bool]:
    """The condition that a person may read of a strain: it is rated in a finished assessment of a goal that they see,
    or in the draft of one that they assess."""
    rated = sa.select(Rating.strain_id).join(Assessment, Assessment.id == Rating.assessment_id)
    assessed = sa.or_(Assessment.finished_at.is_not(None), Assessment.goal_id.in_(_assessed_by(user)))
    return sa.and_(Strain.goal_id.in_(ids_visible_to(user)), Strain.id.in_(rated.where(assessed).correlate(None)))


def _assessed_by(user: User) -> sa.Select[int]:
    """The goals that a person assesses: the same as `assessors.assesses` says."""
    goals = sa.select(Goal.id).where(Goal.status != Status.RETIRED).correlate(None)
    if user.role is Role.SAFETY:
        return goals
    standing = standing_of(user)
    seats = [path for seat in standing.seats for path in seat.area_paths] if user.role is Role.REPRESENTATIVE else []
    paths = [*seats, *(standing.led_paths if user.role is Role.MANAGER else ())]
    under = [Unit.path.startswith(path, autoescape=True) for path in paths]
    own = Goal.owner_id == user.id if user.role is Role.MANAGER else sa.false()
    return goals.where(sa.or_(own, Goal.unit_id.in_(sa.select(Unit.id).where(sa.or_(sa.false(), *under)))))


def candidates(goal: Goal) -> dict[Side, list[User]]:
    """Who is likely to take part from each side, in Danish order: those with a seat in a committee over the unit; for
    the management side also those who lead it or a unit above, the owner, and the safety organisation."""
    above = _above(goal.unit)
    in_seats = {side: _in_seats(above, side) for side in Side}
    leading = sa.select(UnitManager.user_id).where(UnitManager.unit_id.in_(above))
    others = sa.or_(User.id.in_(leading), User.id == goal.owner_id, User.role == Role.SAFETY)
    taken = {user.id for user in in_seats[Side.EMPLOYEES]}
    managers = sa.or_(others, User.id.in_([user.id for user in in_seats[Side.MANAGEMENT]]))
    return {
        Side.MANAGEMENT: [user for user in _open(managers) if user.id not in taken],
        Side.EMPLOYEES: in_seats[Side.EMPLOYEES],
    }


def _above(unit: Unit) -> list[int]:
    """The keys of a unit and of all those above it."""
    return [int(key) for key in unit.path.strip("/").split("/") if key]


def _in_seats(units: list[int], side: Side) -> list[User]:
    over = sa.select(CommitteeArea.committee_id).where(CommitteeArea.unit_id.in_(units))
    seats = (
        sa.select(Seat.user_id)
        .join(Committee, Committee.id == Seat.committee_id)
        .where(Seat.committee_id.in_(over), Committee.closed_on.is_(None), Seat.side == side, Seat.user_id.is_not(None))
        .where(sa.or_(Seat.to_on.is_(None), Seat.to_on >= today()))
    )
    return _open(User.id.in_(seats))


def _open(condition: Any) -> list[User]:
    wanted = sa.select(User).where(condition, User.closed_on.is_(None)).order_by(sorted_danish(User.name))
    return list(session().scalars(wanted))


def find_rated(user: User, *, goal_id: int, strain_id: int) -> tuple[Goal, Rating] | None:
    """A strain of that very goal as its newest finished assessment rates it."""
    goal = find_goal(user, goal_id=goal_id)
    newest = latest_finished(goal) if goal is not None else None
    if goal is None or newest is None:
        return None
    rating = next((one for one in newest.ratings if one.strain_id == strain_id), None)
    return (goal, rating) if rating is not None else None


def _acceptances() -> sa.Select[Acceptance]:
    """The acceptances that have not ended, with what they are about and who accepted."""
    return (
        sa.select(Acceptance)
        .join(Acceptance.strain)
        .where(Acceptance.ended_on.is_(None))
        .options(contains_eager(Acceptance.strain).joinedload(Strain.goal), joinedload(Acceptance.accepted_by))
        .order_by(Acceptance.until, Acceptance.id)
    )


def acceptances_of(goal: Goal) -> dict[int, Acceptance]:
    """What is accepted of a goal, by the key of the strain; also what has run out and is not settled."""
    found = session().scalars(_acceptances().where(Strain.goal_id == goal.id))
    return {one.strain_id: one for one in found}


def find_acceptance(user: User, *, goal_id: int, acceptance_id: int) -> tuple[Goal, Acceptance] | None:
    goal = find_goal(user, goal_id=goal_id)
    if goal is None:
        return None
    wanted = _acceptances().where(Strain.goal_id == goal.id, Acceptance.id == acceptance_id)
    found = session().scalars(wanted).one_or_none()
    return (goal, found) if found is not None else None


def accepted_until(goal: Goal) -> date | None:
    """The day on which the first acceptance of the goal's high risks that still holds is over."""
    if goal.risk_level is not RiskLevel.HIGH:
        return None
    holding = (Acceptance.ended_on.is_(None), Acceptance.until >= today(), Strain.goal_id == goal.id)
    return session().scalar(sa.select(sa.func.min(Acceptance.until)).join(Acceptance.strain).where(*holding))


def goals_with_acceptances() -> list[Goal]:
    """The goals of which a high risk is accepted, for the program itself."""
    wanted = sa.select(Strain.goal_id).join(Acceptance, Acceptance.strain_id == Strain.id)
    return list(session().scalars(sa.select(Goal).where(Goal.id.in_(wanted.where(Acceptance.ended_on.is_(None))))))


def running_out(user: User | None, before: date) -> list[Acceptance]:
    """The acceptances whose time is over before that day, of goals not retired, the first ones first; a person's: those
    of goals that they may answer for."""
    wanted = _acceptances().join(Strain.goal).where(Acceptance.until < before, Goal.status != Status.RETIRED)
    with_people = contains_eager(Acceptance.strain).joinedload(Strain.goal).joinedload(Goal.unit)
    wanted = wanted.options(with_people.selectinload(Unit.managers).joinedload(UnitManager.user))
    if user is not None:
        wanted = wanted.where(perhaps_answered_for(user))
    return list(session().scalars(wanted))


def worst_of_newest() -> list[tuple[Goal, int]]:
    """Each goal that is not retired and has a finished assessment, with the highest number of the newest one's strains
    (0 where it has none)."""
    order = sa.func.row_number().over(
        partition_by=Assessment.goal_id, order_by=(Assessment.assessed_on.desc(), Assessment.id.desc())
    )
    ranked = sa.select(Assessment.id, Assessment.goal_id, order.label("place")).where(
        Assessment.finished_at.is_not(None)
    )
    newest = ranked.subquery()
    worst = sa.func.coalesce(sa.func.max(Rating.probability * Rating.consequence), 0).label("worst")
    wanted = (
        sa.select(newest.c.goal_id, worst)
        .outerjoin(Rating, Rating.assessment_id == newest.c.id)
        .where(newest.c.place == 1)
        .group_by(newest.c.goal_id)
    )
    numbers = {row.goal_id: row.worst for row in session().execute(wanted)}
    return [(goal, numbers[goal.id]) for goal in assessed_goals() if goal.id in numbers]
