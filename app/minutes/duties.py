"""What waits because of minutes: to send them out, and to approve them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from app.core.duties import Duty, Source, Words
from app.core.languages import lazy
from app.core.settings import setting
from app.meetings.models import Meeting
from app.minutes.policy import led_sides, speaks
from app.minutes.queries import approving_done, minutes_waiting
from app.organisation.queries import Sitting, sitting_in
from app.organisation.standing import KEEPING
from app.people.models import User

WORDS = {
    "minutes.send": Words(lazy("The minutes of %(meeting)s are to be sent out."), lazy("To the minutes"), "minutes"),
    "minutes.approve": Words(
        lazy("The minutes of %(meeting)s wait for your approval."), lazy("To the minutes"), "check"
    ),
}


def to_send(user: User | None, day: date) -> list[Duty]:
    """Minutes of meetings that were held and are not sent out, for those who keep the meeting."""
    return [
        _duty("minutes.send", meeting, one.user_id, meeting.held_on + timedelta(days=setting("remark_days")))
        for meeting, one in _with_seats(minutes_waiting(user, is_out=False))
        if one.function in KEEPING and (user is None or one.user_id == user.id)
    ]


def to_approve(user: User | None, day: date) -> list[Duty]:
    """Minutes that one's side has not approved, for its chair or vice chair, or for all of a side that has neither."""
    found = minutes_waiting(user, is_out=True)
    done, pairs = approving_done(found), list(_with_seats(found))
    led = {meeting.id: led_sides(one for other, one in pairs if other is meeting) for meeting in found}
    return [
        _duty("minutes.approve", meeting, one.user_id, meeting.remarks_by)
        for meeting, one in pairs
        if speaks(one, led[meeting.id]) and (meeting.id, one.side) not in done
        if user is None or one.user_id == user.id
    ]


def _with_seats(meetings: list[Meeting]) -> Iterable[tuple[Meeting, Sitting]]:
    """Each meeting with each person who sits in its committee today, once."""
    seats: dict[tuple[int, int], Sitting] = {}
    sitting = sitting_in({meeting.committee_id for meeting in meetings}) if meetings else []
    for one in sorted(sitting, key=lambda one: one.function not in KEEPING):
        seats.setdefault((one.committee_id, one.user_id), one)
    return [
        (meeting, one) for meeting in meetings for one in seats.values() if one.committee_id == meeting.committee_id
    ]


def _duty(code: str, meeting: Meeting, user_id: int, due_on: date | None) -> Duty:
    return Duty(
        user_id=user_id, code=code, subject=("meeting", meeting.id), about=("meeting", meeting.id),
        about_label=str(meeting), endpoint="minutes.show", url={"meeting_id": meeting.id}, due_on=due_on,
        since=meeting.held_on, data={"meeting": str(meeting)},
    )  # fmt: skip


SOURCES: tuple[Source, ...] = (to_send, to_approve)
