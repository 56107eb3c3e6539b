"""Finding meetings and items, always through the one who looks. What is confidential, what is only one side's, and
agendas that are not out yet are kept back here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from app.core.audit import Event, history_of
from app.core.clock import today
from app.core.db import Base, session, sorted_danish
from app.goals.models import Goal
from app.meetings.models import (
    BEFORE_IT,
    MINUTES_ARE_OUT,
    Annex,
    Attendance,
    Item,
    ItemState,
    Meeting,
    MeetingKind,
    Stage,
)
from app.meetings.sight import Line, belongs, numbered, sees_agenda, sees_confidential, sees_item, sees_meeting, sits_in
from app.organisation.models import Committee, Seat, Side
from app.organisation.queries import Sitting, find_committee, sitting_in
from app.organisation.standing import KEEPING, standing_of
from app.organisation.viewers import is_there_today, open_accounts
from app.people.models import User

MOST_ITEMS = 300  # on one agenda
MOST_WAITING = 200  # in one backlog
MOST_SHOWN = 60  # meetings of a committee on its page
NEXT_SHOWN = 3
MOST_DUE = 500
HISTORY_PAGE = 30


def visible_to(user: User) -> sa.Select[Meeting]:
    """The meetings that a person may know of, with their committees: all but other sides' own."""
    own = [seat.committee_id for seat in standing_of(user).seats if seat.side is Side.EMPLOYEES]
    seen = sa.or_(Meeting.kind != MeetingKind.PRE_MEETING, Meeting.committee_id.in_(sorted(own)))
    return sa.select(Meeting).options(joinedload(Meeting.committee)).where(seen)


def find_meeting(user: User, *, meeting_id: int) -> Meeting | None:
    wanted = visible_to(user).where(Meeting.id == meeting_id).options(selectinload(Meeting.attendances))
    return session().scalar(wanted)


def find_agenda(user: User, *, meeting_id: int) -> Meeting | None:
    """A meeting whose agenda the person may read."""
    meeting = find_meeting(user, meeting_id=meeting_id)
    return meeting if meeting is not None and sees_agenda(user, meeting) else None


def find_item(user: User, *, meeting_id: int, item_id: int) -> tuple[Meeting, Item] | None:
    """An item, looked up inside a meeting whose agenda the person may read."""
    meeting = find_agenda(user, meeting_id=meeting_id)
    if meeting is None:
        return None
    item = session().scalar(_whole_items().where(Item.id == item_id, Item.meeting_id == meeting.id))
    return (meeting, item) if item is not None and sees_item(user, item) else None


def find_own_committee(user: User, *, committee_id: int) -> Committee | None:
    """A committee as one of those who sit in it sees it; None for everybody else."""
    return find_committee(user, committee_id=committee_id) if sits_in(user, committee_id) else None


def find_year(user: User, *, committee_id: int, year: int) -> tuple[Committee, int] | None:
    """A committee, and the year of its meetings."""
    committee = find_committee(user, committee_id=committee_id)
    return (committee, year) if committee is not None and 1900 < year < 2900 else None


def find_waiting(user: User, *, committee_id: int, item_id: int) -> Item | None:
    """An item of a committee's backlog, for those who sit in it."""
    if not sits_in(user, committee_id):
        return None
    wanted = _whole_items().where(Item.id == item_id, Item.committee_id == committee_id, Item.meeting_id.is_(None))
    return session().scalar(wanted)


def agenda_of(user: User, meeting: Meeting) -> list[Line]:
    """The items that the person may read, numbered as on the whole agenda. Four queries."""
    if not sees_agenda(user, meeting):
        return []
    lines = whole_agenda(meeting)
    if sees_confidential(user, meeting):
        return lines
    return [one for one in lines if not (one.item.is_kept_back or one.item.waits_for_minutes)]


def whole_agenda(meeting: Meeting) -> list[Line]:
    """All items of a meeting but those dropped, numbered, for the program itself; it hides nothing."""
    return whole_agendas([meeting])[meeting.id]


def whole_agendas(meetings: Collection[Meeting]) -> dict[int, list[Line]]:
    """The same of several meetings, by their keys, in as many queries as for one."""
    keys = [meeting.id for meeting in meetings]
    wanted = _whole_items().where(Item.meeting_id.in_(keys), Item.state != ItemState.DROPPED)
    items = list(session().scalars(wanted.order_by(Item.place, Item.id).limit(MOST_ITEMS * max(1, len(keys)))))
    return {key: numbered(item for item in items if item.meeting_id == key) for key in keys}


def _whole_items() -> sa.Select[Item]:
    return sa.select(Item).options(
        joinedload(Item.goal).joinedload(Goal.unit), joinedload(Item.proposed_by), joinedload(Item.parent),
        joinedload(Item.answers).joinedload(Item.meeting), selectinload(Item.questions),
        selectinload(Item.annexes.and_(Annex.removed_at.is_(None))),
    )  # fmt: skip


def recorded_of(item: Item) -> dict[str, list[int]]:
    """The keys of an item and of all that belongs to it, by the names that events know them by: the rows of each
    table, of whatever room, that name their item by `item_id`. So no room above can be forgotten here."""
    found = {Item.__event_name__: [item.id]}
    for mapper in Base.registry.mappers:
        column = mapper.columns.get("item_id")
        if column is not None and any(key.column is Item.__table__.c.id for key in column.foreign_keys):
            rows = session().scalars(sa.select(mapper.class_.id).where(column == item.id))
            found[mapper.class_.__event_name__] = list(rows)
    return found


def bound_to(item: Item) -> list[Item]:
    """The open items that hold what an item holds: its parts, what it was lifted to and what came back from there,
    where it was carried from and to, and other items with the same dialogue. Those of which the minutes are out already
    are beyond recall."""
    wanted = sa.select(Item).outerjoin(Meeting, Meeting.id == Item.meeting_id).where(
        sa.or_(
            Item.parent_id == item.id, Item.asked_by_id == item.id, Item.answers_id == item.id,
            Item.id == item.carried_from_id, Item.carried_from_id == item.id,
            sa.and_(Item.dialogue_id.is_not(None), Item.dialogue_id == item.dialogue_id, Item.id != item.id),
        ),
        Item.is_confidential.is_(False), sa.or_(Meeting.id.is_(None), Meeting.stage.not_in(MINUTES_ARE_OUT)),
    )  # fmt: skip
    return list(session().scalars(wanted.order_by(Item.id)))


def backlog_of(user: User, committee: Committee) -> list[Item]:
    """What waits for a meeting of the committee, the oldest first; for those who sit in it."""
    if not sits_in(user, committee.id):
        return []
    return whole_backlog(committee.id)


def whole_backlog(committee_id: int) -> list[Item]:
    """The same for the program itself; it hides nothing."""
    wanted = _whole_items().where(Item.committee_id == committee_id, Item.meeting_id.is_(None))
    wanted = wanted.where(Item.state == ItemState.OPEN).order_by(Item.id).limit(MOST_WAITING)
    return list(session().scalars(wanted))


def next_planned(committee_id: int, day: date) -> Meeting | None:
    """The committee's first meeting from that day on whose agenda is not sent yet; its employees' own is none."""
    wanted = _of(committee_id).where(Meeting.held_on >= day, Meeting.stage == Stage.PLANNED)
    return session().scalar(wanted.order_by(Meeting.held_on, Meeting.begins, Meeting.id).limit(1))


def last_before(meeting: Meeting) -> Meeting | None:
    """The committee's newest meeting before that one that was held or is being held."""
    held = Meeting.stage.not_in([*BEFORE_IT, Stage.CANCELLED])
    wanted = _of(meeting.committee_id).where(Meeting.held_on < meeting.held_on, held)
    return session().scalar(wanted.order_by(Meeting.held_on.desc(), Meeting.id.desc()).limit(1))


def _of(committee_id: int) -> sa.Select[Meeting]:
    wanted = sa.select(Meeting).options(joinedload(Meeting.committee))
    return wanted.where(Meeting.committee_id == committee_id, Meeting.kind != MeetingKind.PRE_MEETING)


def seats_called(meeting: Meeting) -> list[Seat]:
    """The seats that a meeting calls, held or vacant: the committee's, or its employees' alone."""
    wanted = sa.select(Seat).where(Seat.committee_id == meeting.committee_id, is_there_today())
    wanted = wanted.options(joinedload(Seat.user)).order_by(Seat.side.nulls_last(), Seat.id)
    if meeting.is_private:
        wanted = wanted.where(Seat.side == Side.EMPLOYEES)
    return list(session().scalars(wanted))


def circle_now(meeting: Meeting) -> set[int]:
    """The keys of all who are of the circle that meets, today."""
    return {one.user_id for one in _sitting(meeting)}


def keepers_of(meeting: Meeting) -> set[int]:
    """The keys of those who keep the meeting."""
    return {one.user_id for one in _sitting(meeting) if meeting.is_private or one.function in KEEPING}


def _sitting(meeting: Meeting) -> list[Sitting]:
    found = sitting_in([meeting.committee_id])
    return [one for one in found if one.side is Side.EMPLOYEES] if meeting.is_private else found


def called_to(meeting: Meeting) -> set[int]:
    """The keys of all with an account who are called: seats, guests, and who stands in for a seat."""
    return {key for row in meeting.attendances for key in (row.user_id, row.substitute_id) if key is not None}


def people_called(meeting: Meeting, user_ids: Collection[int]) -> list[User]:
    """Those of these people with open accounts who may know of the meeting."""
    return [user for user in open_accounts(set(user_ids)) if sees_meeting(user, meeting)]


def names_of(user_ids: Collection[int | None]) -> dict[int, str]:
    wanted = sa.select(User.id, User.name).where(User.id.in_([key for key in user_ids if key is not None]))
    return {row.id: row.name for row in session().execute(wanted)}


def substitute_of(seat_id: int) -> int | None:
    """Who stands in for a seat, if anybody with an open account does."""
    wanted = sa.select(Seat.substitute_id).join(User, User.id == Seat.substitute_id)
    return session().scalar(wanted.where(Seat.id == seat_id, User.closed_on.is_(None)))


@dataclass(frozen=True)
class OfCommittee:
    """A committee's meetings: those to come, the soonest first, and those that were, the newest first."""

    coming: list[Meeting]
    past: list[Meeting]


def of_committee(user: User, committee: Committee) -> OfCommittee:
    wanted = visible_to(user).where(Meeting.committee_id == committee.id)
    ahead = sa.and_(Meeting.held_on >= today(), Meeting.stage.in_([*BEFORE_IT, Stage.IN_SESSION]))
    coming = wanted.where(ahead).order_by(Meeting.held_on, Meeting.begins, Meeting.id).limit(MOST_SHOWN)
    past = wanted.where(~ahead).order_by(Meeting.held_on.desc(), Meeting.id.desc()).limit(MOST_SHOWN)
    return OfCommittee(list(session().scalars(coming)), list(session().scalars(past)))


def days_taken(committee_id: int, days: Collection[date]) -> list[date]:
    """Those of these days on which the committee meets already."""
    wanted = sa.select(Meeting.held_on).where(Meeting.committee_id == committee_id, Meeting.held_on.in_(sorted(days)))
    wanted = wanted.where(Meeting.kind != MeetingKind.PRE_MEETING, Meeting.stage != Stage.CANCELLED)
    return list(session().scalars(wanted))


def meetings_of_year(committee_id: int, year: int) -> list[Meeting]:
    """The committee's meetings of a year that were not cancelled, in their order; its employees' own is none."""
    wanted = _of(committee_id).where(Meeting.held_on.between(date(year, 1, 1), date(year, 12, 31)))
    wanted = wanted.where(Meeting.stage != Stage.CANCELLED).order_by(Meeting.held_on, Meeting.id)
    return list(session().scalars(wanted.limit(MOST_SHOWN)))


def history_page(user: User, meeting: Meeting, before: int | None) -> list[Event]:
    """What has happened to a meeting, newest first, as far as the person may read it; one more than a page."""
    wanted = history_of(meeting, standing_of(user).audiences)
    if before:
        wanted = wanted.where(Event.id < before)
    return list(session().scalars(wanted.limit(HISTORY_PAGE + 1)))


def to_prepare(user: User | None, day: date, until: date) -> list[Meeting]:
    """Planned meetings from that day until the other: all there are, or those of the committees in which one sits."""
    wanted = sa.select(Meeting).options(joinedload(Meeting.committee))
    wanted = wanted.where(Meeting.stage == Stage.PLANNED, Meeting.held_on.between(day, until))
    if user is not None:
        wanted = wanted.where(Meeting.committee_id.in_(sorted({seat.committee_id for seat in standing_of(user).seats})))
    return list(session().scalars(wanted.order_by(Meeting.held_on, Meeting.id).limit(MOST_DUE)))


def next_for(user: User) -> list[Meeting]:
    """The next few meetings of the committees in which the person sits, and those to which they are called as a guest
    or a substitute; what is being held stands first."""
    own = sorted({seat.committee_id for seat in standing_of(user).seats})
    called = Meeting.attendances.any(sa.or_(Attendance.user_id == user.id, Attendance.substitute_id == user.id))
    ahead = sa.and_(Meeting.held_on >= today(), Meeting.stage.in_(BEFORE_IT))
    wanted = visible_to(user).options(joinedload(Meeting.committee)).order_by(None).where(
        sa.or_(Meeting.committee_id.in_(own), called), sa.or_(ahead, Meeting.stage == Stage.IN_SESSION)
    )  # fmt: skip
    return list(session().scalars(wanted.order_by(Meeting.held_on, Meeting.begins, Meeting.id).limit(NEXT_SHOWN)))


def committees_that_meet(user: User) -> list[tuple[int, str]]:
    """The committees that have meetings the person may know of, in Danish order."""
    met = visible_to(user).with_only_columns(Meeting.committee_id).order_by(None)
    wanted = sa.select(Committee.id, Committee.name).where(Committee.id.in_(met))
    return [(key, name) for key, name in session().execute(wanted.order_by(sorted_danish(Committee.name)))]


def years_of_meetings(user: User) -> list[int]:
    """The years in which there are meetings that the person may know of, the latest first."""
    held = visible_to(user).with_only_columns(sa.func.min(Meeting.held_on), sa.func.max(Meeting.held_on)).order_by(None)
    first, last = session().execute(held).one()
    return [] if first is None else list(range(last.year, first.year - 1, -1))


def who_see(meeting: Meeting, user_ids: set[int]) -> set[int]:
    """Those of these people who may know of a meeting."""
    return {user.id for user in open_accounts(user_ids) if sees_meeting(user, meeting)}


def who_see_item(item: Item, user_ids: set[int]) -> set[int]:
    """Those of these people who may read an item."""
    return {user.id for user in open_accounts(user_ids) if sees_item(user, item)}


def members_of(meeting: Meeting, user_ids: set[int]) -> set[int]:
    """Those of these people who are of the circle that meets."""
    return {user.id for user in open_accounts(user_ids) if belongs(user, meeting)}
