"""The verbs on meetings."""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa

from app.core.db import session
from app.meetings.models import Meeting
from app.people.models import User

# What is done in the same transaction once a meeting is planned: its agenda is drawn. Filled when the app is made.
WHEN_PLANNED: list[Callable[[Meeting, User | None], object]] = []


def beat(meeting: Meeting) -> None:
    """Let those who follow the meeting see that something is new, without counting as an edit of the meeting itself. To
    be called inside an operation."""
    session().execute(sa.update(Meeting).where(Meeting.id == meeting.id).values(pulse=Meeting.pulse + 1))
