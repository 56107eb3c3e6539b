"""What waits because of meetings: to propose items while there is time, and to send the agenda."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from app.core.duties import Duty, Source, Words
from app.core.languages import lazy
from app.core.settings import setting
from app.meetings.deadlines import agenda_by, proposals_by
from app.meetings.models import Meeting
from app.meetings.queries import to_prepare
from app.organisation.models import Side
from app.organisation.queries import Sitting, sitting_in
from app.organisation.standing import KEEPING
from app.people.models import User

AHEAD = timedelta(days=14)  # so long before its deadline it lies on a desk

WORDS = {
    "meeting.agenda": Words(lazy("The agenda of %(meeting)s is to be sent."), lazy("To the meeting"), "meeting"),
    "meeting.proposals": Words(
        lazy("You can still propose items for %(meeting)s."), lazy("To the meeting"), "meeting"
    ),
}  # fmt: skip


def agendas(user: User | None, day: date) -> list[Duty]:
    """Agendas to be sent within two weeks, for those who keep the meeting; until the meeting's day is over."""
    days = setting("agenda_days")
    found = to_prepare(user, day, day + timedelta(days=days) + AHEAD)
    seats = _seats(found)
    return [
        _duty("meeting.agenda", meeting, one.user_id, agenda_by(meeting.held_on, days))
        for meeting in found
        for one in seats.get(meeting.committee_id, ())
        if _keeps(one, meeting) and (user is None or one.user_id == user.id)
    ]


def proposals(user: User | None, day: date) -> list[Duty]:
    """Meetings for which items can be proposed for another two weeks at most, for all who sit in the committee."""
    days = setting("proposal_days")
    found = to_prepare(user, day + timedelta(days=days), day + timedelta(days=days) + AHEAD)
    meetings = [meeting for meeting in found if not meeting.is_private]
    seats = _seats(meetings)
    return [
        _duty("meeting.proposals", meeting, one.user_id, proposals_by(meeting.held_on, days))
        for meeting in meetings
        for one in seats.get(meeting.committee_id, ())
        if user is None or one.user_id == user.id
    ]


def _seats(meetings: Collection[Meeting]) -> Mapping[int, list[Sitting]]:
    """Who sits in the committees of these meetings, each person once, the seat that keeps it first."""
    found: dict[int, dict[int, Sitting]] = {}
    sitting = sitting_in({meeting.committee_id for meeting in meetings}) if meetings else []
    for one in sorted(sitting, key=lambda one: one.function not in KEEPING):
        found.setdefault(one.committee_id, {}).setdefault(one.user_id, one)
    return {key: list(people.values()) for key, people in found.items()}


def _keeps(one: Sitting, meeting: Meeting) -> bool:
    return one.side is Side.EMPLOYEES if meeting.is_private else one.function in KEEPING


def _duty(code: str, meeting: Meeting, user_id: int, due_on: date) -> Duty:
    return Duty(
        user_id=user_id, code=code, subject=("meeting", meeting.id), about=("meeting", meeting.id),
        about_label=str(meeting), endpoint="meetings.show", url={"meeting_id": meeting.id}, due_on=due_on,
        since=due_on - AHEAD, data={"meeting": str(meeting)},
    )  # fmt: skip


SOURCES: tuple[Source, ...] = (agendas, proposals)
