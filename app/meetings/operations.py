"""The verbs on meetings: plan, revise, call, open, cancel; and who was there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from app.core.clock import now
from app.core.db import session
from app.core.letters import is_on
from app.core.mailbox import post
from app.core.operation import check_version, count_up, operation, record, touch
from app.meetings import letters, queries
from app.meetings.models import BEFORE_IT, KEPT_ORIGINS, Attendance, ItemState, Meeting, Presence, Stage
from app.meetings.notices import tell_circle
from app.meetings.plans import Slot
from app.meetings.sight import circle_of, circle_of_note
from app.organisation.models import Committee, Seat
from app.people.models import User

# What is done in the same transaction once a meeting is planned: its agenda is drawn. Filled when the app is made.
WHEN_PLANNED: list[Callable[[Meeting, User | None], object]] = []
IN_CALENDARS = frozenset({"held_on", "begins", "ends", "place"})  # whoever has it in their calendar must hear of these


class NotNow(ValueError):
    """As the meeting stands, this can't be done with it."""


class AlreadyThere(ValueError):
    """Who is to be a guest is called already."""


class Elsewhere(ValueError):
    """The person is not among those who were called."""


@dataclass(frozen=True)
class Presences:
    """How one who was called took part."""

    presence: Presence | None
    part_words: str = ""
    substitute_id: int | None = None
    substitute_name: str = ""


@operation("meeting.planned")
def plan_meeting(committee: Committee, slot: Slot, *, by: User | None, note: str = "") -> Meeting:
    """Plan one meeting. The employees' own is known to their side alone."""
    meeting = Meeting(
        committee=committee, committee_id=committee.id, kind=slot.kind, held_on=slot.held_on, begins=slot.begins,
        ends=slot.ends, place=slot.place, is_discussion=slot.is_discussion, note=note, uid=str(uuid4()),
        created_by_id=by.id if by else None, stage=Stage.PLANNED, attendances=[],
    )  # fmt: skip
    session().add(meeting)
    record("meeting.planned", meeting, by=by, audience=circle_of_note(meeting) if note else circle_of(meeting))
    if not meeting.is_private:
        for do in WHEN_PLANNED:
            do(meeting, by)
    return meeting


@operation("meeting.planned")
def plan_year(committee: Committee, slots: Iterable[Slot], *, by: User | None) -> list[Meeting]:
    """Plan several meetings at once, or none."""
    return [plan_meeting(committee, slot, by=by) for slot in slots]


@operation("meeting.revised")
def revise_meeting(meeting: Meeting, *, by: User, version: int | None = None, **answers: Any) -> bool:
    """Change a meeting that has not begun; whether anything was. Those called hear of a new day, time or place."""
    check_version(meeting, version)
    _stands(meeting, *BEFORE_IT)
    changed = {name for name, value in answers.items() if getattr(meeting, name) != value}
    if not changed:
        return False
    for name in changed:
        setattr(meeting, name, answers[name])
    audience = circle_of_note(meeting) if "note" in changed else circle_of(meeting)
    record("meeting.revised", meeting, by=by, audience=audience)
    if changed & IN_CALENDARS:
        meeting.sequence += 1
        if meeting.agenda_is_out:
            _tell_called(meeting, "meeting.moved", by)
            _send(meeting, "moved", queries.called_to(meeting))
    return True


@operation("meeting.called")
def call_meeting(meeting: Meeting, *, by: User, version: int | None = None) -> None:
    """Call all who sit in the committee today to the meeting, and let everybody follow its agenda from now on."""
    check_version(meeting, version)
    _stands(meeting, Stage.PLANNED)
    meeting.stage, meeting.called_at = Stage.CALLED, now()
    _call_seats(meeting)
    record("meeting.called", meeting, by=by, audience=circle_of(meeting))
    session().flush()
    _tell_called(meeting, "meeting.called", by)
    _send(meeting, "called", queries.called_to(meeting))


def _call_seats(meeting: Meeting) -> None:
    for seat in queries.seats_called(meeting):
        meeting.attendances.append(_row(seat))


def _row(seat: Seat) -> Attendance:
    return Attendance(
        seat_id=seat.id, user_id=seat.user_id, name=str(seat), side=seat.side, mandate=seat.mandate,
        function=seat.function,
    )  # fmt: skip


@operation("meeting.opened")
def open_meeting(meeting: Meeting, *, by: User, version: int | None = None) -> None:
    """Begin the meeting. One that was never called is called by opening it."""
    check_version(meeting, version)
    _stands(meeting, *BEFORE_IT)
    if not meeting.agenda_is_out:
        meeting.called_at = now()
        _call_seats(meeting)
    meeting.stage, meeting.opened_at = Stage.IN_SESSION, now()
    record("meeting.opened", meeting, by=by, audience=circle_of(meeting))


@operation("meeting.cancelled")
def cancel_meeting(meeting: Meeting, *, by: User, reason: str, version: int | None = None) -> None:
    """Cancel a meeting that has not begun. What somebody had asked to have treated waits for the next one."""
    check_version(meeting, version)
    _stands(meeting, *BEFORE_IT)
    meeting.stage, meeting.cancelled_reason = Stage.CANCELLED, reason
    meeting.sequence += 1
    for item in meeting.items:
        if item.state is ItemState.OPEN and item.origin in KEPT_ORIGINS:
            item.meeting_id, item.parent_id, item.place = None, None, 0
    record("meeting.cancelled", meeting, by=by, audience=circle_of(meeting))
    if meeting.agenda_is_out:
        _tell_called(meeting, "meeting.cancelled", by)
        _send(meeting, "cancelled", queries.called_to(meeting))


@operation("meeting.attended")
def mark_attendance(
    meeting: Meeting, rows: Mapping[int, Presences], *, by: User, version: int | None = None
) -> None:  # fmt: skip
    """Say who was there, by the keys of those called."""
    check_version(meeting, version)
    _unlocked(meeting)
    names = queries.names_of([one.substitute_id for one in rows.values() if one.substitute_id])
    before = _there(meeting)
    for row in meeting.attendances:
        if (one := rows.get(row.id)) is not None:
            row.presence, row.part_words = one.presence, one.part_words
            row.substitute_id = one.substitute_id
            row.substitute_name = names.get(one.substitute_id or 0, one.substitute_name)
    after = _there(meeting)
    if before != after:
        also = {presence.value: (before[presence], after[presence]) for presence in Presence}
        record("meeting.attended", meeting, by=by, audience=circle_of(meeting), also=also)
        touch(meeting)
        count_up(meeting, "pulse")


def _there(meeting: Meeting) -> dict[Presence, list[str]]:
    """Those of whom each presence is said, with the part they took and who stood in for them."""
    found: dict[Presence, list[str]] = {presence: [] for presence in Presence}
    for row in meeting.attendances:
        if row.presence is not None:
            words = (row.name, row.part_words, row.substitute_name)
            found[row.presence].append(" · ".join(word for word in words if word))
    return found


@operation("meeting.guest_added")
def add_guest(meeting: Meeting, *, by: User, guest_as: str, user: User | None = None, name: str = "") -> Attendance:
    """Let somebody take part who holds no seat: an account, or a name. AlreadyThere for an account that is called."""
    _unlocked(meeting)
    if user is not None and any(one.user_id == user.id for one in meeting.attendances):
        raise AlreadyThere(user)
    guest = Attendance(user_id=user.id if user else None, name=user.name if user else name, guest_as=guest_as)
    meeting.attendances.append(guest)
    record("meeting.guest_added", meeting, by=by, audience=circle_of(meeting), guest=guest.name)
    session().flush()
    if user is not None and meeting.stage in BEFORE_IT:
        tell_circle(meeting, "meeting.invited", [user.id], by=by)
        if meeting.stage is Stage.CALLED:
            _send(meeting, "called", [user.id])
    return guest


@operation("meeting.regretted")
def send_regrets(meeting: Meeting, *, by: User) -> None:
    """Say that one can't come. The seat's substitute is called instead. Elsewhere for those who were not called."""
    _stands(meeting, Stage.CALLED)
    row = next((one for one in meeting.attendances if one.user_id == by.id), None)
    if row is None:
        raise Elsewhere(meeting)
    if row.sent_regrets:
        return
    row.sent_regrets = True
    row.substitute_id = queries.substitute_of(row.seat_id) if row.seat_id else None
    row.substitute_name = queries.names_of([row.substitute_id]).get(row.substitute_id, "") if row.substitute_id else ""
    record("meeting.regretted", meeting, by=by, audience=circle_of(meeting), who=row.name)
    tell_circle(meeting, "meeting.regretted", queries.keepers_of(meeting), by=by)
    if row.substitute_id and not meeting.is_private:
        tell_circle(meeting, "meeting.stand_in", [row.substitute_id], by=by)
        _send(meeting, "called", [row.substitute_id])


def _tell_called(meeting: Meeting, code: str, by: User) -> None:
    tell_circle(meeting, code, queries.called_to(meeting), by=by)


def _send(meeting: Meeting, what: str, user_ids: Collection[int]) -> None:
    """Put the meeting into the calendars of these people, as it stands now. Nothing where mail is not set up."""
    if not is_on():
        return
    for user in queries.people_called(meeting, user_ids):
        letter, calendar = letters.invitation(meeting, user, what)
        key = f"meeting:{meeting.id}:{meeting.sequence}:{user.id}"
        post(user, letter, key=key, kind="meeting", calendar=calendar)


def _stands(meeting: Meeting, *stages: Stage) -> None:
    if meeting.stage not in stages:
        raise NotNow(meeting.stage)


def _unlocked(meeting: Meeting) -> None:
    if meeting.is_locked:
        raise NotNow(meeting.stage)
