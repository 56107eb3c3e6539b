"""Who sees what of a meeting. A called meeting is for everybody to follow; before that its agenda is the committee's. A
confidential item stays in the committee for good, and what is said at a meeting until its minutes are out; the
employees' own meeting stays with their side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.meetings.models import Attendance, Item, Meeting
from app.organisation.models import Side
from app.organisation.standing import audience_key, standing_of
from app.people.models import User


def sits_in(user: User, committee_id: int) -> bool:
    """Whether the person holds a seat in the committee today, on a side or as its secretary."""
    return any(seat.committee_id == committee_id for seat in standing_of(user).seats)


def belongs(user: User, meeting: Meeting) -> bool:
    """Whether the person is of the circle that meets: the committee, or its employees' side."""
    if meeting.is_private:
        return standing_of(user).side_in(meeting.committee_id) is Side.EMPLOYEES
    return sits_in(user, meeting.committee_id)


def sees_meeting(user: User, meeting: Meeting) -> bool:
    return belongs(user, meeting) if meeting.is_private else True


def sees_agenda(user: User, meeting: Meeting) -> bool:
    """Whether the person may read what is on the agenda, its confidential items aside."""
    if meeting.is_private:
        return belongs(user, meeting)
    return meeting.agenda_is_out or belongs(user, meeting) or _own_row(user, meeting) is not None


def sees_confidential(user: User, meeting: Meeting) -> bool:
    """Whether confidential items are for the person: for the committee, and for who stands in for one of its seats."""
    row = _own_row(user, meeting)
    stands_in = row is not None and not row.is_guest and row.substitute_id == user.id
    return belongs(user, meeting) or (stands_in and not meeting.is_private)


def sees_item(user: User, item: Item) -> bool:
    """Whether the person may read an item: on an agenda, or in the backlog, which is the committee's own."""
    if item.meeting is None:
        return sits_in(user, item.committee_id)
    if (item.is_kept_back or item.waits_for_minutes) and not sees_confidential(user, item.meeting):
        return False
    return sees_agenda(user, item.meeting)


def sees_record(user: User, meeting: Meeting) -> bool:
    """Whether the person may read what was said and recorded at a meeting, of the items that they may read at all:
    the committee at once, everybody once the minutes are out."""
    return meeting.minutes_are_out or sees_confidential(user, meeting)


def _own_row(user: User, meeting: Meeting) -> Attendance | None:
    return next((row for row in meeting.attendances if user.id in {row.user_id, row.substitute_id}), None)


def circle_of(meeting: Meeting) -> str | None:
    """The audience of what happens to a meeting as a whole: everybody (None), or one side for its own meeting."""
    return audience_key(meeting.committee_id, Side.EMPLOYEES) if meeting.is_private else None


def circle_of_note(meeting: Meeting) -> str | None:
    """The audience of what happens to a meeting's note: the committee's own until those called have it, then as
    `circle_of`."""
    return circle_of(meeting) if meeting.is_private or meeting.agenda_is_out else audience_key(meeting.committee_id)


def circle_of_item(item: Item) -> str | None:
    """The audience of what happens to an item: everybody (None) once its agenda is out and nothing is kept back."""
    if item.meeting is not None and item.meeting.is_private:
        return circle_of(item.meeting)
    is_open = item.meeting is not None and item.meeting.agenda_is_out and not item.is_kept_back
    is_open = is_open and not item.waits_for_minutes
    return None if is_open else audience_key(item.committee_id)


def circle_of_record(item: Item) -> str | None:
    """The audience of what is said and recorded on an item: the committee's own until the minutes are out, then as
    `circle_of_item`. It is the minutes that tell it to others; what was tried out on the way to them stays inside."""
    meeting = item.meeting
    is_early = meeting is not None and not meeting.minutes_are_out
    return circle_of_item(item) or (audience_key(item.committee_id) if is_early else None)


@dataclass(frozen=True)
class Line:
    """An item with its number on the whole agenda: "3", or "3.1" for a part of point 3."""

    number: str
    item: Item

    @property
    def is_part(self) -> bool:
        return "." in self.number


def numbered(items: Iterable[Item]) -> list[Line]:
    """Items in their order, as given among those of one parent, each with its number; parts follow their point."""
    given = list(items)
    keys = {item.id for item in given}
    parts: dict[int | None, list[Item]] = {}
    for item in given:
        parts.setdefault(item.parent_id if item.parent_id in keys else None, []).append(item)
    lines: list[Line] = []
    for first, item in enumerate(parts.get(None, ()), 1):
        lines.append(Line(f"{first}", item))
        lines += [Line(f"{first}.{second}", part) for second, part in enumerate(parts.get(item.id, ()), 1)]
    return lines
