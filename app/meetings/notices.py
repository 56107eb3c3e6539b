"""Who is told about meetings: those of the circle that meets, and those who are called to it besides."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.operation import tell
from app.meetings.models import Meeting
from app.people.models import User


def tell_circle(meeting: Meeting, code: str, user_ids: Iterable[int], *, by: User | None) -> None:
    """Tell these people of the meeting; those who may not know of it get nothing, whatever they are told of."""
    for key in sorted(set(user_ids)):
        tell(key, code, thing=meeting, about=meeting, by=by)
