"""Finding hearings, briefings and notices: who sees the goal sees them."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import aliased, contains_eager, defer, joinedload, selectinload

from app.core.audit import Event
from app.core.db import session
from app.goals.models import Goal, Status
from app.goals.queries import find_goal, perhaps_answered_for
from app.hearings.models import Briefing, ControlNotice, Hearing, HearingAnswer, Stage
from app.organisation.models import Committee, Seat, Unit
from app.organisation.viewers import holds_seat
from app.people.models import User

MOST = 100  # of one person's duties, and of what one goal shows


def hearings_of(goal: Goal) -> list[Hearing]:
    """A goal's hearings, newest first, with committee, answers and those who gave them."""
    return list(session().scalars(_whole().where(Hearing.goal_id == goal.id).limit(MOST)).unique())


def _whole() -> sa.Select[Hearing]:
    return (
        sa.select(Hearing)
        .options(
            joinedload(Hearing.committee),
            joinedload(Hearing.opened_by),
            joinedload(Hearing.ended_by),
            selectinload(Hearing.answers).joinedload(HearingAnswer.given_by),
        )
        .order_by(Hearing.id.desc())
    )


def find_hearing(user: User, *, goal_id: int, hearing_id: int) -> Hearing | None:
    """A hearing, looked up inside a goal that the person can see."""
    if find_goal(user, goal_id=goal_id) is None:
        return None
    return (
        session().scalars(_whole().where(Hearing.id == hearing_id, Hearing.goal_id == goal_id)).unique().one_or_none()
    )


def answer_now(hearing: Hearing, side: object) -> HearingAnswer | None:
    """What a side has answered by now, read anew."""
    wanted = sa.select(HearingAnswer).where(HearingAnswer.hearing_id == hearing.id, HearingAnswer.side == side)
    return session().scalar(wanted.execution_options(populate_existing=True))


def open_hearing_in(goal: Goal, committee_id: int) -> Hearing | None:
    wanted = sa.select(Hearing).where(
        Hearing.goal_id == goal.id, Hearing.committee_id == committee_id, Hearing.stage == Stage.OPEN
    )
    return session().scalar(wanted.limit(1))


def has_other_hearings(hearing: Hearing) -> bool:
    """Whether the goal is or was heard besides that one."""
    wanted = sa.select(Hearing.id).where(
        Hearing.goal_id == hearing.goal_id, Hearing.id != hearing.id, Hearing.stage != Stage.WITHDRAWN
    )
    return session().scalar(wanted.limit(1)) is not None


def briefings_of(goal: Goal) -> list[Briefing]:
    """What was told about a goal and to whom, newest first."""
    wanted = sa.select(Briefing).where(Briefing.goal_id == goal.id)
    wanted = wanted.options(joinedload(Briefing.committee), joinedload(Briefing.recorded_by))
    return list(session().scalars(wanted.order_by(Briefing.id.desc()).limit(MOST)))


def find_briefing(user: User, *, goal_id: int, briefing_id: int) -> Briefing | None:
    if find_goal(user, goal_id=goal_id) is None:
        return None
    wanted = sa.select(Briefing).where(Briefing.id == briefing_id, Briefing.goal_id == goal_id)
    return session().scalar(wanted.options(joinedload(Briefing.goal)))


def notices_of(goal: Goal) -> list[ControlNotice]:
    """The notices of a control measure, newest first."""
    wanted = sa.select(ControlNotice).where(ControlNotice.goal_id == goal.id).order_by(ControlNotice.id.desc())
    return list(session().scalars(wanted.limit(MOST)))


def find_notice(user: User, *, goal_id: int, notice_id: int) -> ControlNotice | None:
    if find_goal(user, goal_id=goal_id) is None:
        return None
    wanted = sa.select(ControlNotice).where(ControlNotice.id == notice_id, ControlNotice.goal_id == goal_id)
    return session().scalar(wanted.options(joinedload(ControlNotice.goal), joinedload(ControlNotice.given_by)))


def open_hearings(committee_ids: Collection[int] | None, goal_ids: sa.Select[int] | None = None) -> list[Hearing]:
    """The open hearings of these committees or on these goals, or all (None and None), the soonest deadline first.

    Those of goals that have retired meanwhile are left out."""
    with_goal = contains_eager(Hearing.goal).joinedload(Goal.unit).selectinload(Unit.managers)
    wanted = _whole().join(Hearing.goal).options(with_goal, defer(Hearing.frozen))
    wanted = wanted.where(Hearing.stage == Stage.OPEN, Goal.status != Status.RETIRED)
    if committee_ids is not None:
        of_goals = Hearing.goal_id.in_(goal_ids) if goal_ids is not None else sa.false()
        wanted = wanted.where(sa.or_(Hearing.committee_id.in_(sorted(committee_ids)), of_goals)).limit(MOST)
    return list(session().scalars(wanted.order_by(None).order_by(Hearing.deadline, Hearing.id)).unique())


def half_done_briefings(goal_ids: sa.Select[int]) -> list[Briefing]:
    """What was told to only one of the two, on these goals, oldest first."""
    half = Briefing.committee_on.is_(None) != Briefing.group_on.is_(None)
    wanted = sa.select(Briefing).join(Briefing.goal).options(joinedload(Briefing.goal))
    wanted = wanted.where(half, Briefing.goal_id.in_(goal_ids), Goal.status != Status.RETIRED)
    return list(session().scalars(wanted.order_by(Briefing.id).limit(MOST)))


def newest_ended(goal_ids: sa.Select[int]) -> list[Hearing]:
    """Of each of these goals that is not retired the newest hearing that has ended in each committee, with the goal."""
    wanted = _newest_ended().where(Hearing.goal_id.in_(goal_ids)).limit(MOST)
    return list(session().scalars(wanted).unique())


def perhaps_outdated() -> list[Hearing]:
    """The same of all goals, where the goal was revised after the hearing opened and nobody has been told so yet."""
    began, later = aliased(Event), aliased(Event)
    revised = sa.exists().where(
        began.about_type == "goal", began.about_id == Hearing.goal_id, began.subject_type == "hearing",
        began.subject_id == Hearing.id, began.code.in_(["hearing.opened", "hearing.not_sought"]),
        later.about_type == "goal", later.about_id == Hearing.goal_id, later.code == "goal.revised",
        later.id > began.id,
    )  # fmt: skip
    wanted = _newest_ended().where(Hearing.outdated_told_on.is_(None), Hearing.stage == Stage.CLOSED, revised)
    return list(session().scalars(wanted).unique())


def _newest_ended() -> sa.Select[Hearing]:
    newest = (
        sa.select(sa.func.max(Hearing.id))
        .where(Hearing.stage.in_([Stage.CLOSED, Stage.NOT_SOUGHT]))
        .group_by(Hearing.goal_id, Hearing.committee_id)
    )
    wanted = _whole().join(Hearing.goal).where(Hearing.id.in_(newest), Goal.status != Status.RETIRED)
    return wanted.options(defer(Hearing.frozen), contains_eager(Hearing.goal).joinedload(Goal.unit))


def in_hearing(goal_ids: Collection[int]) -> set[int]:
    """Those of these goals that are before a committee now."""
    wanted = sa.select(Hearing.goal_id).where(Hearing.goal_id.in_(goal_ids), Hearing.stage == Stage.OPEN)
    return set(session().scalars(wanted))


def goals_answered_for(user: User) -> sa.Select[int]:
    """The keys of the goals that a person may answer for."""
    return sa.select(Goal.id).where(perhaps_answered_for(user))


def committees_of(user: User) -> set[int]:
    """The committees in which a person holds a seat today."""
    wanted = sa.select(Seat.committee_id).join(Seat.committee).where(holds_seat(user.id), Committee.closed_on.is_(None))
    return set(session().scalars(wanted))
