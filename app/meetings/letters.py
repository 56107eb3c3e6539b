"""The mail that puts a meeting into somebody's calendar, moves it there, or takes it away."""

from __future__ import annotations

from app.core.calendars import calendar
from app.core.clock import now
from app.core.languages import speaking
from app.core.letters import Letter, Templates, absolute, sender, write
from app.meetings.invitations import entry
from app.meetings.labels import KINDS
from app.meetings.models import Meeting
from app.people.models import User

INVITATION = Templates("mail/meeting/subject.txt", "mail/meeting/body.txt", "mail/meeting/body.html")


def invitation(meeting: Meeting, user: User, what: str) -> tuple[Letter, str]:
    """The letter to one who is called, in their language, and the calendar entry that goes with it. `what` happened to
    the meeting: "called", "moved" or "cancelled"."""
    address = absolute("meetings.show", meeting_id=meeting.id)
    letter = write(
        INVITATION, user.language, name=user.name, meeting=meeting, kind=KINDS[meeting.kind], what=what, address=address
    )
    method = "CANCEL" if what == "cancelled" else "REQUEST"
    with speaking(user.language):
        made = entry(meeting, at=now(), url=address, organizer=sender(), invited=user.email)
        text = calendar([made], name="", method=method).decode()
    return letter, text
