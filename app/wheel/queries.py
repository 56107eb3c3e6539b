"""What stands on the wheel and in the calendars, always through the one who looks; the duties, and people's links."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, defer, joinedload

from app.actions.models import UNCHECKED, Action, ActionStatus
from app.actions.queries import visible_to as visible_actions
from app.core.audit import Event
from app.core.clock import now, today
from app.core.db import session
from app.core.keys import is_key
from app.goals.models import Goal, Status
from app.goals.queries import ids_visible_to, perhaps_answered_for
from app.goals.queries import visible_to as visible_goals
from app.hearings.models import Hearing
from app.hearings.models import Stage as HearingStage
from app.meetings.models import Attendance, Meeting
from app.meetings.models import Stage as MeetingStage
from app.meetings.queries import visible_to as visible_meetings
from app.organisation.models import Committee, Unit
from app.organisation.standing import standing_of
from app.people.models import User
from app.wheel import marking
from app.wheel.entries import AHEAD, BACK, Subscribed
from app.wheel.marks import Found, Kind, Mark, Year, counted, year_of
from app.wheel.models import CalendarLink, YearlyDuty
from app.wheel.shipped import SHIPPED
from app.wheel.yearly import Duty, duties_of, marks_of, of_row, shipped

FEW = 4  # of a kind in one month, where the whole year is shown
MANY = 200  # of a kind, where one month is shown
MOST_DUTIES = 200
MOST_LINKS = 50
MOST_SUBSCRIBED = 300  # of a kind in one calendar
CANCELLED_FOR = timedelta(days=60)  # days for which a calendar says that a meeting is cancelled

ACTION_DAY = sa.case((Action.status == ActionStatus.DONE, Action.check_on), else_=Action.due_on)
REVIEWED = (Status.IN_HEARING, Status.IN_FORCE)
HEARD = (HearingStage.OPEN, HearingStage.CLOSED)


@dataclass(frozen=True)
class Asked:
    """What somebody wants to see: a year of one committee or of the whole organisation (None), of these kinds; one
    `month` alone in full, or a few things of each."""

    year: int
    committee: Committee | None = None
    kinds: tuple[Kind, ...] = tuple(Kind)
    month: int | None = None


def year_for(user: User, asked: Asked) -> Year:
    """The year as that person may see it. Two questions for each kind, however much there is."""
    sources: dict[Kind, Callable[[User, Asked], Found]] = {
        Kind.MEETING: _meetings, Kind.REVIEW: _reviews, Kind.ACTION: _actions, Kind.HEARING: _hearings,
        Kind.DUTY: _duties,
    }  # fmt: skip
    return year_of(asked.year, {kind: sources[kind](user, asked) for kind in asked.kinds})


def _meetings(user: User, asked: Asked) -> Found:
    wanted = visible_meetings(user).where(Meeting.stage != MeetingStage.CANCELLED)
    if asked.committee is not None:
        wanted = wanted.where(Meeting.committee_id == asked.committee.id)
    return _found(wanted, Meeting, Meeting.held_on, sa.false(), asked, marking.of_meeting)


def _reviews(user: User, asked: Asked) -> Found:
    wanted = visible_goals(user).where(Goal.status.in_(REVIEWED))
    if asked.committee is not None:
        wanted = wanted.where(Goal.unit_id.in_(units_of(asked.committee)))
    return _found(wanted, Goal, Goal.next_review_on, Goal.next_review_on < today(), asked, marking.of_goal)


def _actions(user: User, asked: Asked) -> Found:
    wanted = visible_actions(user).where(Action.status != ActionStatus.DROPPED)
    if asked.committee is not None:
        wanted = wanted.where(Action.unit_id.in_(units_of(asked.committee)))
    late = sa.and_(Action.status != ActionStatus.CLOSED, today() > ACTION_DAY)
    return _found(wanted, Action, ACTION_DAY, late, asked, marking.of_action)


def _hearings(user: User, asked: Asked) -> Found:
    wanted = visible_hearings(user)
    if asked.committee is not None:
        wanted = wanted.where(Hearing.committee_id == asked.committee.id)
    late = sa.and_(Hearing.stage == HearingStage.OPEN, Hearing.deadline < today())
    return _found(wanted, Hearing, Hearing.deadline, late, asked, marking.of_hearing)


def _duties(_user: User, asked: Asked) -> Found:
    marks = marks_of(all_duties(), asked.year, asked.committee.id if asked.committee is not None else None)
    few = FEW if asked.month is None else MANY
    return counted([mark for mark in marks if asked.month in {None, mark.day.month}], few=few)


def visible_hearings(user: User) -> sa.Select[Hearing]:
    """The hearings of goals that the person sees, with goal and committee; without those that were withdrawn."""
    goal = contains_eager(Hearing.goal)
    wanted = sa.select(Hearing).join(Hearing.goal)
    wanted = wanted.options(goal.joinedload(Goal.unit), joinedload(Hearing.committee), defer(Hearing.frozen))
    return wanted.where(Hearing.stage.in_(HEARD), Hearing.goal_id.in_(ids_visible_to(user)))


def units_at(paths: Collection[str]) -> sa.Select[int]:
    """The units at these paths and below them; none for none."""
    under = [Unit.path.startswith(path, autoescape=True) for path in paths]
    return sa.select(Unit.id).where(sa.or_(sa.false(), *under))


def _found(
    wanted: sa.Select[Any], kind: Any, day: Any, late: Any, asked: Asked, mark: Callable[[Any, date], Mark]
) -> Found:  # fmt: skip
    month = sa.extract("month", day)
    wanted = wanted.where(day.between(date(asked.year, 1, 1), date(asked.year, 12, 31)))
    if asked.month is not None:
        wanted = wanted.where(month == asked.month)
    place = sa.func.row_number().over(partition_by=month, order_by=(day, kind.id))
    inside = wanted.with_only_columns(
        kind.id.label("id"), month.label("month"), sa.case((late, 1), else_=0).label("late"), place.label("place")
    ).order_by(None).subquery()  # fmt: skip
    counts = sa.select(inside.c.month, sa.func.count(), sa.func.sum(inside.c.late)).group_by(inside.c.month)
    rows = session().execute(counts).all()
    first = sa.select(inside.c.id).where(inside.c.place <= (FEW if asked.month is None else MANY))
    things = session().scalars(wanted.where(kind.id.in_(first)).order_by(day, kind.id)).unique()
    marks = [mark(thing, today()) for thing in things]
    return Found(marks, {int(number): count for number, count, _late in rows}, sum(late for _m, _c, late in rows))


# What stands in a calendar that somebody subscribes to: of a year back and a year and a half ahead.


def subscribed(user: User, committee: Committee | None) -> Subscribed:
    """What belongs to one committee, or what is the person's own (None). A fixed number of queries."""
    meetings = _listed(_subscribed_meetings(user, committee), Meeting.held_on)
    goals = _listed(_subscribed_goals(user, committee), Goal.next_review_on)
    actions = _listed(_subscribed_actions(user, committee), ACTION_DAY)
    hearings = _listed(_subscribed_hearings(user, committee), Hearing.deadline)
    changed = (
        _changes("meeting", [one.id for one in meetings]) | _changes("goal", [one.id for one in goals])
        | _changes("action", [one.id for one in actions])
        | _changes("hearing", [one.goal_id for one in hearings], "goal")
    )  # fmt: skip
    duties = [] if committee is None else [one for one in all_duties() if one.is_for(committee.id)]
    changed |= _changes("yearly_duty", [one.row.id for one in duties if one.row is not None])
    gone = now() - CANCELLED_FOR
    kept = [one for one in meetings if not _was_cancelled_before(one, changed.get(("meeting", one.id)), gone)]
    return Subscribed(today(), kept, goals, actions, hearings, duties, changed)


def _was_cancelled_before(meeting: Meeting, changed: datetime | None, moment: datetime) -> bool:
    return meeting.stage is MeetingStage.CANCELLED and changed is not None and changed < moment


def _listed(wanted: sa.Select[Any], day: Any) -> list[Any]:
    """Those within the window, the nearest ahead first, if there are too many for all."""
    inside = wanted.where(day.between(today() - BACK, today() + AHEAD))
    return list(session().scalars(inside.order_by(day < today(), day).limit(MOST_SUBSCRIBED)).unique())


def _subscribed_meetings(user: User, committee: Committee | None) -> sa.Select[Meeting]:
    """Of the committee, or of those in which the person sits and those to which they are called."""
    if committee is not None:
        return visible_meetings(user).where(Meeting.committee_id == committee.id)
    own = sorted({seat.committee_id for seat in standing_of(user).seats})
    called = sa.select(Attendance.meeting_id).where(
        sa.or_(Attendance.user_id == user.id, Attendance.substitute_id == user.id)
    )
    return visible_meetings(user).where(sa.or_(Meeting.committee_id.in_(own), Meeting.id.in_(called)))


def _subscribed_goals(user: User, committee: Committee | None) -> sa.Select[Goal]:
    wanted = visible_goals(user).where(Goal.status.in_(REVIEWED))
    return wanted.where(perhaps_answered_for(user) if committee is None else Goal.unit_id.in_(units_of(committee)))


def _subscribed_actions(user: User, committee: Committee | None) -> sa.Select[Action]:
    wanted = visible_actions(user).where(Action.status.in_(UNCHECKED))
    return wanted.where(
        Action.responsible_id == user.id if committee is None else Action.unit_id.in_(units_of(committee))
    )


def _subscribed_hearings(user: User, committee: Committee | None) -> sa.Select[Hearing]:
    """Before the committee, or before those in which the person answers for a side."""
    sided = [seat.committee_id for seat in standing_of(user).seats if seat.side is not None]
    return visible_hearings(user).where(Hearing.committee_id.in_([committee.id] if committee is not None else sided))


def units_of(committee: Committee) -> sa.Select[int]:
    """The units that a committee covers."""
    return units_at([area.unit.path for area in committee.areas])


def _changes(kind: str, ids: Sequence[int], about: str = "") -> dict[tuple[str, int], datetime]:
    """When each was last changed, as the history tells; `about` is the kind in whose history it stands."""
    told = sa.select(Event.subject_id, sa.func.max(Event.at)).where(
        Event.about_type == (about or kind), Event.about_id.in_(ids), Event.subject_type == kind
    )
    return {(kind, key): moment for key, moment in session().execute(told.group_by(Event.subject_id))}


# The yearly duties, which everybody may see.


def all_duties() -> list[Duty]:
    """Those of everybody and of each committee, also the ended ones. One query."""
    wanted = sa.select(YearlyDuty).options(joinedload(YearlyDuty.committee)).order_by(YearlyDuty.id)
    return duties_of(session().scalars(wanted.limit(MOST_DUTIES)))


def find_duty(_user: User, *, name: str) -> Duty | None:
    """A duty by the key of one that comes with the program, or by the number of its row."""
    wanted = sa.select(YearlyDuty).options(joinedload(YearlyDuty.committee))
    if name in SHIPPED:
        row = session().scalar(wanted.where(YearlyDuty.key == name))
        return of_row(row) if row is not None else shipped(name)
    row = session().scalar(wanted.where(YearlyDuty.id == int(name), YearlyDuty.key.is_(None))) if is_key(name) else None
    return of_row(row) if row is not None else None


# Links by which calendar programs read.


def links_of(user: User) -> list[CalendarLink]:
    """A person's own links that are open, newest first."""
    wanted = sa.select(CalendarLink).options(joinedload(CalendarLink.committee))
    wanted = wanted.where(CalendarLink.user_id == user.id, CalendarLink.revoked_at.is_(None))
    return list(session().scalars(wanted.order_by(CalendarLink.id.desc()).limit(MOST_LINKS)))


def find_link(user: User, *, link_id: int) -> CalendarLink | None:
    """A link of the person's own that is open; nobody finds those of others."""
    wanted = sa.select(CalendarLink).where(CalendarLink.id == link_id, CalendarLink.user_id == user.id)
    return session().scalar(wanted.where(CalendarLink.revoked_at.is_(None)))


def link_of(token: str) -> CalendarLink | None:
    """The open link with that secret, if the account of its person is open and its committee as well."""
    digest = hashlib.sha256(token.encode()).hexdigest()
    wanted = sa.select(CalendarLink).join(CalendarLink.user).options(contains_eager(CalendarLink.user))
    wanted = wanted.outerjoin(CalendarLink.committee).options(contains_eager(CalendarLink.committee))
    wanted = wanted.where(CalendarLink.digest == digest, CalendarLink.revoked_at.is_(None), User.closed_on.is_(None))
    return session().scalar(wanted.where(Committee.closed_on.is_(None)))
