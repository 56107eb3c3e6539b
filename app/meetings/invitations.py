"""A meeting as an entry in people's calendars. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from app.core.calendars import Entry
from app.meetings.labels import KINDS
from app.meetings.models import Meeting, Stage


def entry(meeting: Meeting, *, at: datetime, url: str = "", organizer: str = "", invited: str = "") -> Entry:
    """The entry, in the reader's language. `at` is when it was last changed. Until the meeting is called, its note is
    the committee's own, and an entry is handed on: it says nothing of it."""
    note = meeting.note if meeting.agenda_is_out or meeting.is_private else ""
    return Entry(
        uid=f"{meeting.uid}@pejling", summary=summary(meeting), day=meeting.held_on, begins=meeting.begins,
        ends=meeting.ends, sequence=meeting.sequence, place=meeting.place, text=note, url=url, changed_at=at,
        is_cancelled=meeting.stage is Stage.CANCELLED, organizer=organizer, invited=invited,
    )  # fmt: skip


def summary(meeting: Meeting) -> str:
    """'Lokal-MED Jobcenter: Yearly review of goals'."""
    return f"{meeting.committee.name}: {_kind(meeting)}"


def _kind(meeting: Meeting) -> Any:
    return KINDS[meeting.kind]
