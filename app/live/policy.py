"""Who sees a meeting while it is held, and who decides what the room looks at."""

from __future__ import annotations

from app.core.access import rule
from app.core.languages import lazy
from app.meetings.models import Item, Meeting, Stage
from app.meetings.policy import keeps
from app.meetings.sight import belongs
from app.people.models import User


@rule(lazy("Only those who sit in the committee can open the session view, and only once the meeting has begun."))
def may_sit(user: User, meeting: Meeting) -> bool:
    return belongs(user, meeting) and meeting.opened_at is not None


@rule(lazy("A meeting can only be followed once it has begun."))
def may_follow(_user: User, meeting: Meeting) -> bool:
    return meeting.opened_at is not None


@rule(lazy("Only those who keep the meeting decide what is shown, while it is held."))
def may_present(user: User, item: Item) -> bool:
    return item.meeting is not None and keeps(user, item.meeting) and item.meeting.stage is Stage.IN_SESSION
