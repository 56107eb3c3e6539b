"""Finding what belongs to minutes: statements, remarks, approvals, the locked text and addenda. Remarks are the
committee's own; who may read what else is decided by the content that is made of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from app.actions.queries import open_actions_on_each
from app.balances.queries import readings_on
from app.balances.tracks import in_committee, newest_by_reader
from app.comments.queries import open_to_all_on_each
from app.core.db import session
from app.core.languages import speaking
from app.decisions.queries import decided_on_each, outcomes_of
from app.meetings.models import MINUTES_ARE_OUT, Meeting, MeetingKind, Stage
from app.meetings.queries import find_agenda, whole_agendas
from app.meetings.sight import belongs, sees_confidential
from app.minutes.briefing import SHOWN, OnGoal
from app.minutes.content import Content, content_of, digest, for_staff
from app.minutes.models import FALLEN, Addendum, Approval, LockedMinutes, Remark, Statement
from app.organisation.models import Committee, Side
from app.organisation.queries import find_committee
from app.organisation.standing import standing_of
from app.people.models import User
from app.risks.queries import lines_of

FORMS = ("pdf", "docx")
LANGUAGE = "da"  # in which minutes are locked, and their checksum is made
MOST = 200


def find_minutes(user: User, *, meeting_id: int) -> Meeting | None:
    """A meeting whose minutes the person may read: the committee at any time, everybody once they are out."""
    meeting = find_agenda(user, meeting_id=meeting_id)
    if meeting is None or not (belongs(user, meeting) or (meeting.minutes_are_out and not meeting.is_private)):
        return None
    return meeting


def content_for(user: User, meeting: Meeting, *, staff: bool = False) -> Content:
    """The minutes as that person may read them; the staff's version for all but the committee and who stood in for one
    of its seats."""
    whole = content_now(meeting)
    return for_staff(whole) if staff or not sees_confidential(user, meeting) else whole


def content_now(meeting: Meeting) -> Content:
    """The committee's own minutes: as they were locked, or as they stand now in the language that is spoken."""
    locked = locked_of(meeting)
    if locked is not None:
        return locked.content
    return _contents([meeting])[meeting.id]


def contents_now(meetings: Collection[Meeting], locked: Mapping[int, LockedMinutes]) -> dict[int, Content]:
    """The same of several meetings, by meeting, in as many queries as for one; `locked` is what was locked of them."""
    open_ones = [one for one in meetings if one.id not in locked]
    return {key: one.content for key, one in locked.items()} | (_contents(open_ones) if open_ones else {})


def _contents(meetings: Collection[Meeting]) -> dict[int, Content]:
    """The committees' own minutes of several meetings as they stand now, by meeting, in as many queries as for one."""
    agendas, outcomes, statements = whole_agendas(meetings), outcomes_of(*meetings), statements_of(*meetings)
    return {one.id: content_of(one, agendas[one.id], outcomes, statements) for one in meetings}


def digest_now(meeting: Meeting) -> str:
    """The checksum of the minutes as they stand now."""
    return digest(content_in_danish(meeting))


def content_in_danish(meeting: Meeting) -> Content:
    """What is locked and what the checksum is made of, whoever asks."""
    with speaking(LANGUAGE):
        return content_now(meeting)


def statements_of(*meetings: Meeting) -> Mapping[int, list[Statement]]:
    """By item, what seats have had minuted at meetings, in order."""
    keys = [meeting.id for meeting in meetings]
    wanted = sa.select(Statement).where(Statement.meeting_id.in_(keys), Statement.withdrawn_at.is_(None))
    found: defaultdict[int, list[Statement]] = defaultdict(list)
    for one in session().scalars(wanted.options(joinedload(Statement.made_by)).order_by(Statement.id)):
        found[one.item_id].append(one)
    return found


def find_statement(user: User, *, meeting_id: int, statement_id: int) -> tuple[Statement, Meeting] | None:
    meeting = find_minutes(user, meeting_id=meeting_id)
    if meeting is None or not belongs(user, meeting):
        return None
    wanted = sa.select(Statement).where(Statement.id == statement_id, Statement.meeting_id == meeting.id)
    one = session().scalar(wanted.where(Statement.withdrawn_at.is_(None)).options(joinedload(Statement.item)))
    return (one, meeting) if one is not None else None


def remarks_of(user: User, meeting: Meeting) -> list[Remark]:
    """The remarks to the minutes, the oldest first; none for those outside the committee."""
    if not belongs(user, meeting):
        return []
    wanted = sa.select(Remark).where(Remark.meeting_id == meeting.id).order_by(Remark.id)
    people = (joinedload(Remark.made_by), joinedload(Remark.settled_by), joinedload(Remark.item))
    return list(session().scalars(wanted.options(*people).limit(MOST)))


def find_remark(user: User, *, meeting_id: int, remark_id: int) -> tuple[Remark, Meeting] | None:
    meeting = find_minutes(user, meeting_id=meeting_id)
    if meeting is None or not belongs(user, meeting):
        return None
    wanted = sa.select(Remark).where(Remark.id == remark_id, Remark.meeting_id == meeting.id)
    one = session().scalar(wanted.options(joinedload(Remark.made_by)))
    return (one, meeting) if one is not None else None


def approvals_of(meeting: Meeting) -> Mapping[Side, Approval]:
    wanted = sa.select(Approval).where(Approval.meeting_id == meeting.id).options(joinedload(Approval.given_by))
    return {one.side: one for one in session().scalars(wanted)}


def locked_of(meeting: Meeting) -> LockedMinutes | None:
    return session().get(LockedMinutes, meeting.id)


def locked_of_each(meetings: Collection[Meeting]) -> dict[int, LockedMinutes]:
    """By meeting, what was locked. One query."""
    wanted = sa.select(LockedMinutes).where(LockedMinutes.meeting_id.in_([one.id for one in meetings]))
    return {one.meeting_id: one for one in session().scalars(wanted)}


def mark_of(meeting: Meeting, *, staff: bool) -> str:
    """The checksum of locked minutes in one of their two versions, '' of others. No query where what is locked is known
    already."""
    return mark(locked_of(meeting), staff=staff)


def mark(locked: LockedMinutes | None, *, staff: bool) -> str:
    if locked is None:
        return ""
    return digest(for_staff(locked.content)) if staff else locked.digest


def find_locked(user: User, *, meeting_id: int) -> tuple[Meeting, LockedMinutes] | None:
    """A meeting whose minutes the person may read and that are locked, with what was locked."""
    meeting = find_minutes(user, meeting_id=meeting_id)
    locked = locked_of(meeting) if meeting is not None else None
    return (meeting, locked) if meeting is not None and locked is not None else None


def addenda_of(user: User, meeting: Meeting) -> list[Addendum]:
    """What was added to locked minutes; what belongs to a confidential item, for those alone who read it."""
    return addenda_of_each(user, [meeting])[meeting.id]


def addenda_of_each(user: User, meetings: Collection[Meeting]) -> dict[int, list[Addendum]]:
    """The same of several meetings, by meeting, in as many queries as for one."""
    known = {meeting.id: meeting for meeting in meetings}
    wanted = sa.select(Addendum).where(Addendum.meeting_id.in_(known)).order_by(Addendum.id)
    whole = wanted.options(joinedload(Addendum.added_by), joinedload(Addendum.item)).limit(MOST * max(1, len(known)))
    found: dict[int, list[Addendum]] = {key: [] for key in known}
    for one in session().scalars(whole):
        if one.item is None or not one.item.is_kept_back or sees_confidential(user, known[one.meeting_id]):
            found[one.meeting_id].append(one)
    return found


def around_goals(user: User, meeting: Meeting, goal_ids: Collection[int]) -> dict[int, OnGoal]:
    """What a person reads about goals before a meeting, by their keys; of what is asked and done, only what everybody
    may read. As many queries for one goal as for many."""
    readings, asked = readings_on(goal_ids), open_to_all_on_each(goal_ids, most=SHOWN)
    actions, decided, lines = open_actions_on_each(goal_ids), decided_on_each(user, goal_ids), lines_of(goal_ids)
    return {
        key: OnGoal(
            readings=list(newest_by_reader(in_committee(readings[key], meeting.committee_id)).values()),
            strains=[f"{one.strain.title} ({one.probability * one.consequence})" for one in lines[key]],
            questions=asked[key], actions=actions[key], decisions=decided[key],
        )
        for key in goal_ids
    }  # fmt: skip


def find_paper(user: User, *, meeting_id: int, form: str) -> tuple[Meeting, str] | None:
    """Minutes that the person may read, and the kind of file to make of them."""
    meeting = find_minutes(user, meeting_id=meeting_id)
    return (meeting, form) if meeting is not None and form in FORMS else None


def find_proof(user: User, *, meeting_id: int, form: str) -> tuple[Meeting, str] | None:
    """The same of a meeting that was the yearly work-environment discussion, once its minutes are out."""
    found = find_paper(user, meeting_id=meeting_id, form=form)
    return found if found is not None and found[0].holds_discussion and found[0].minutes_are_out else None


def find_year(user: User, *, committee_id: int, year: int, form: str) -> tuple[Committee, int, str] | None:
    """A committee, the year of its minutes, and the kind of file to make of them."""
    committee = find_committee(user, committee_id=committee_id)
    return (committee, year, form) if committee is not None and 1900 < year < 2900 and form in FORMS else None


def meetings_with_minutes(user: User, committee: Committee, year: int) -> list[Meeting]:
    """The committee's meetings of a year whose minutes are out, in their order."""
    span = Meeting.held_on.between(date(year, 1, 1), date(year, 12, 31))
    wanted = sa.select(Meeting).where(Meeting.committee_id == committee.id, span, Meeting.stage.in_(MINUTES_ARE_OUT))
    wanted = wanted.where(Meeting.kind != MeetingKind.PRE_MEETING).order_by(Meeting.held_on, Meeting.id)
    whole = wanted.options(joinedload(Meeting.committee), selectinload(Meeting.attendances))
    return list(session().scalars(whole.limit(MOST)))


def minutes_waiting(user: User | None, *, is_out: bool) -> list[Meeting]:
    """The meetings whose minutes are to be sent out, or are out and not approved: of all committees, or of those in
    which a person sits. The employees' own are none of them."""
    stage = Stage.MINUTES_OUT if is_out else Stage.IN_SESSION
    wanted = sa.select(Meeting).where(Meeting.stage == stage, Meeting.kind != MeetingKind.PRE_MEETING)
    if user is not None:
        wanted = wanted.where(Meeting.committee_id.in_(sorted({seat.committee_id for seat in standing_of(user).seats})))
    whole = wanted.options(joinedload(Meeting.committee), selectinload(Meeting.attendances))
    return list(session().scalars(whole.order_by(Meeting.held_on).limit(MOST)))


def standing_approvals(meetings: Collection[Meeting]) -> list[tuple[Approval, bool]]:
    """The approvals of these meetings' minutes that nobody has been told have fallen, and of each whether it still
    holds: whether the minutes say now what they said then. A fixed number of queries."""
    keys = [meeting.id for meeting in meetings]
    wanted = sa.select(Approval).where(Approval.meeting_id.in_(keys), Approval.digest != FALLEN).order_by(Approval.id)
    found = list(session().scalars(wanted))
    approved = {one.meeting_id for one in found}
    with speaking(LANGUAGE):
        now = _contents([one for one in meetings if one.id in approved]) if approved else {}
    marks = {key: digest(content) for key, content in now.items()}
    return [(one, one.digest == marks[one.meeting_id]) for one in found]


def approving_done(meetings: Collection[Meeting]) -> set[tuple[int, Side]]:
    """(meeting, side) of all approvals that hold. One that has fallen is to be given again."""
    return {(one.meeting_id, one.side) for one, holds in standing_approvals(meetings) if holds}


def touched_while_out() -> list[Meeting]:
    """The meetings whose minutes are out and not locked among those that this session knows. No query."""
    known = [one for one in session().identity_map.values() if isinstance(one, Meeting)]
    return [one for one in known if one.stage is Stage.MINUTES_OUT]


def unsettled(meeting: Meeting) -> bool:
    """Whether a remark to the minutes waits for what becomes of it."""
    wanted = sa.select(Remark.id).where(Remark.meeting_id == meeting.id, Remark.settled_at.is_(None)).limit(1)
    return session().scalar(wanted) is not None
