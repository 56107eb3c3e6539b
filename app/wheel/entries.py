"""What has a date as entries of a calendar, in the language that is spoken. Pure.

An entry's UID is made of what it is about and never of what it says: a calendar finds it again when it moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from app.actions.models import Action, ActionStatus
from app.core.calendars import Entry
from app.core.clock import COPENHAGEN
from app.core.formats import month
from app.core.languages import gettext as _
from app.goals.models import Goal
from app.hearings.models import Hearing
from app.meetings.invitations import entry
from app.meetings.models import Meeting
from app.wheel.marking import day_of
from app.wheel.yearly import Duty

BACK, AHEAD = timedelta(days=366), timedelta(days=549)  # how far a calendar reaches from today
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)  # when the duties that come with the program were written down
Address = Callable[[str, Mapping[str, Any]], str]  # the whole address of (endpoint, values)


@dataclass(frozen=True)
class Subscribed:
    """The things of a calendar as its person may see them now, and when each was last changed, by (name, id)."""

    today: date
    meetings: Sequence[Meeting]
    goals: Sequence[Goal]
    actions: Sequence[Action]
    hearings: Sequence[Hearing]
    duties: Sequence[Duty]
    changed: Mapping[tuple[str, int], datetime]

    def at(self, name: str, thing: Any, otherwise: datetime) -> datetime:
        return self.changed.get((name, thing.id), otherwise)


def all_of(found: Subscribed, *, address: Address) -> list[Entry]:
    """All entries of a calendar. What nobody changed since it was made says when that was, so that a calendar which
    holds nothing new is the same file, byte for byte."""
    made = [
        *(of_meeting(one, at=found.at("meeting", one, one.created_at),
                     url=address("meetings.show", {"meeting_id": one.id})) for one in found.meetings),
        *(of_goal(one, at=found.at("goal", one, one.created_at), url=address("dossier.show", {"goal_id": one.id}))
          for one in found.goals),
        *(of_action(one, at=found.at("action", one, one.created_at),
                    url=address("actions.show", {"action_id": one.id})) for one in found.actions),
        *(of_hearing(one, at=found.at("hearing", one, _morning(one.opened_on)),
                     url=address("hearings.show", {"goal_id": one.goal_id, "hearing_id": one.id}))
          for one in found.hearings),
        *_duties(found, address("wheel.duties", {})),
    ]  # fmt: skip
    return [one for one in made if one is not None]


def _duties(found: Subscribed, url: str) -> Iterator[Entry]:
    first, last = found.today - BACK, found.today + AHEAD
    for duty in found.duties:
        for year in range(first.year, last.year + 1):
            if duty.falls_in(year) and first <= duty.day_in(year) <= last:
                at = found.at("yearly_duty", duty.row, LONG_AGO) if duty.row is not None else LONG_AGO
                yield of_duty(duty, year, at=at, url=url)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(0), COPENHAGEN)


def of_meeting(meeting: Meeting, *, at: datetime, url: str) -> Entry:
    """As in the invitation by mail, so that a calendar that has both shows it once."""
    return entry(meeting, at=at, url=url)


def of_goal(goal: Goal, *, at: datetime, url: str) -> Entry | None:
    if goal.next_review_on is None:
        return None
    title = _("Review: %(goal)s", goal=f"{goal.code} {goal.title}")
    return Entry(f"goal-{goal.id}-review@pejling", title, goal.next_review_on, at, sequence=goal.version, url=url)


def of_action(action: Action, *, at: datetime, url: str) -> Entry | None:
    day = day_of(action)
    if day is None:
        return None
    if action.status is ActionStatus.DONE:
        title = _("Did it work? %(action)s", action=action.title)
    else:
        title = _("To be done: %(action)s", action=action.title)
    return Entry(f"action-{action.id}@pejling", title, day, at, sequence=action.version, url=url)


def of_hearing(hearing: Hearing, *, at: datetime, url: str) -> Entry | None:
    if hearing.deadline is None:
        return None
    goal = f"{hearing.goal.code} {hearing.goal.title}"
    title = _("Answer the hearing: %(goal)s", goal=goal) if hearing.is_open else _("Hearing ended: %(goal)s", goal=goal)
    return Entry(
        f"hearing-{hearing.id}@pejling", title, hearing.deadline, at, sequence=hearing.version, url=url,
        text=str(hearing.committee or ""),
    )  # fmt: skip


def of_duty(duty: Duty, year: int, *, at: datetime, url: str) -> Entry:
    """The duty of one year; where it has no day, on the first of its month, and it says so."""
    text = str(duty.note)
    if duty.day is None:
        some_time = _("Some time in %(month)s.", month=month(duty.month))
        text = f"{some_time} {text}".strip()
    whose = f"-{duty.committee_id}" if duty.committee_id else ""
    return Entry(
        f"duty-{duty.name}{whose}-{year}@pejling", str(duty.title), duty.day_in(year), at, sequence=duty.version,
        url=url, text=text,
    )  # fmt: skip
