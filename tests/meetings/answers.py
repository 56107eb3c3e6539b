"""Meetings and items written straight into the database, for the tests of all rooms that know meetings."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from app.core.clock import now, today
from app.core.db import session
from app.core.operation import operation, record
from app.core.typed import parse_clock
from app.meetings.models import Attendance, Item, ItemKind, Meeting, MeetingKind, Origin, Presence, Stage
from app.organisation.models import Committee
from tests.cast import Cast

OPENED = {Stage.IN_SESSION, Stage.MINUTES_OUT, Stage.APPROVED}


@operation("test.met")
def met(cast: Cast, *, committee: Committee | None = None, stage: Stage = Stage.PLANNED, **more: Any) -> Meeting:
    """A meeting of the local committee in three weeks, as it stands at that stage; its seats are called once it is."""
    said: dict[str, Any] = {
        "kind": MeetingKind.ORDINARY, "held_on": today() + timedelta(days=21), "begins": parse_clock("9.00"),
        "ends": parse_clock("11.00"), "place": "Mødelokale 2", "uid": str(uuid4()), "created_by_id": cast.karin.id,
        "committee": committee or cast.local, "stage": stage,
    }  # fmt: skip
    if stage in OPENED or stage is Stage.CALLED:
        said["called_at"] = now()
    if stage in OPENED:
        said |= {"opened_at": now(), "held_on": today()}
    if stage in {Stage.MINUTES_OUT, Stage.APPROVED}:
        said["minutes_out_at"] = now()
    if stage is Stage.APPROVED:
        said["approved_at"] = now()
    meeting = Meeting(**said | more)
    session().add(meeting)
    if meeting.called_at is not None:
        meeting.attendances = [_called(seat, stage) for seat in meeting.committee.seats]
    record("test.met", meeting, by=cast.karin, about=cast.karin)  # the history knows no sentence for it
    return meeting


def _called(seat: Any, stage: Stage) -> Attendance:
    return Attendance(
        seat_id=seat.id, user_id=seat.user_id, name=str(seat), side=seat.side, mandate=seat.mandate,
        function=seat.function, presence=Presence.PRESENT if stage in OPENED else None,
    )  # fmt: skip


def private(cast: Cast, **more: Any) -> Meeting:
    """The employees' own meeting before one of the local committee: Trine's, and nobody else's."""
    return met(cast, kind=MeetingKind.PRE_MEETING, **more)


@operation("test.put")
def item(cast: Cast, meeting: Meeting | None = None, *, committee: Committee | None = None, **more: Any) -> Item:
    """An item of a meeting, the next in order; without a meeting in the backlog of the local committee."""
    said: dict[str, Any] = {
        "title": "Støj i kantinen", "kind": ItemKind.DISCUSSION, "origin": Origin.CHAIR, "minutes_planned": 15,
        "committee": meeting.committee if meeting is not None else committee or cast.local, "meeting": meeting,
        "place": len(meeting.items) + 1 if meeting is not None else 0,
    }  # fmt: skip
    made = Item(**said | more)
    session().add(made)
    record("test.put", made, by=cast.karin, about=cast.karin)
    return made


@operation("test.moved")
def moved(cast: Cast, one: Item, meeting: Meeting) -> Item:
    """The item as it lies on the agenda of a meeting."""
    one.meeting_id, one.place = meeting.id, 1
    record("test.moved", one, by=cast.karin, about=cast.karin)
    session().flush()
    session().expire(one, ["meeting"])
    return one
