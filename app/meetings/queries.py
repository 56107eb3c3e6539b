"""Finding meetings and items, always through the one who looks. What is confidential, what is only one side's, and
agendas that are not out yet are kept back here."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from app.core.db import session
from app.goals.models import Goal
from app.meetings.models import BEFORE_IT, Annex, Item, ItemState, Meeting, MeetingKind, Stage
from app.meetings.sight import Line, belongs, numbered, sees_agenda, sees_confidential, sees_item, sees_meeting, sits_in
from app.organisation.models import Committee, Side
from app.organisation.queries import find_committee
from app.organisation.standing import standing_of
from app.organisation.viewers import open_accounts
from app.people.models import User

MOST_ITEMS = 300  # on one agenda
MOST_WAITING = 200  # in one backlog


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
    return lines if sees_confidential(user, meeting) else [one for one in lines if not one.item.is_confidential]


def whole_agenda(meeting: Meeting) -> list[Line]:
    """All items of a meeting but those dropped, numbered, for the program itself; it hides nothing."""
    wanted = _whole_items().where(Item.meeting_id == meeting.id, Item.state != ItemState.DROPPED)
    return numbered(session().scalars(wanted.order_by(Item.place, Item.id).limit(MOST_ITEMS)))


def _whole_items() -> sa.Select[Item]:
    return sa.select(Item).options(
        joinedload(Item.goal).joinedload(Goal.unit), joinedload(Item.proposed_by), joinedload(Item.dialogue),
        selectinload(Item.questions), selectinload(Item.annexes.and_(Annex.removed_at.is_(None))),
    )  # fmt: skip


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


def who_see(meeting: Meeting, user_ids: set[int]) -> set[int]:
    """Those of these people who may know of a meeting."""
    return {user.id for user in open_accounts(user_ids) if sees_meeting(user, meeting)}


def who_see_item(item: Item, user_ids: set[int]) -> set[int]:
    """Those of these people who may read an item."""
    return {user.id for user in open_accounts(user_ids) if sees_item(user, item)}


def members_of(meeting: Meeting, user_ids: set[int]) -> set[int]:
    """Those of these people who are of the circle that meets."""
    return {user.id for user in open_accounts(user_ids) if belongs(user, meeting)}
