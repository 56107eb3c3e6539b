"""When a mail is due, which reminder applies, and how long to wait before the next try: pure rules."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.core.clock import COPENHAGEN


class Rhythm(enum.StrEnum):
    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


@dataclass(frozen=True)
class Wish:
    """When a person wants news by mail, and when reminders."""

    news: Rhythm
    reminders: Rhythm


def wish(rhythm: Rhythm, *, reminders: bool) -> Wish:
    """Who wants reminders gets them on the day, however seldom the news: a week later they would be of no use."""
    if not reminders:
        return Wish(rhythm, Rhythm.NEVER)
    return Wish(rhythm, rhythm if rhythm is Rhythm.AT_ONCE else Rhythm.DAILY)


USUAL = wish(Rhythm.DAILY, reminders=True)
NOTHING = wish(Rhythm.NEVER, reminders=False)

STEPS = (1, 7, 30)  # days before
OVERDUE = 0  # the step of what should have been settled by now

FIRST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=6)
TRIES = 18  # the waits between them add up to three days
CLAIM_LASTS = timedelta(minutes=15)  # much longer than handing in one mail can take


def digest_until(rhythm: Rhythm, now: datetime, *, hour: int, quiet_month: int) -> datetime | None:
    """Up to which moment a person's notices go out now: the latest moment at which their mail was due.

    Whoever missed it, because nothing ran then, catches up. None: nothing goes out now."""
    local = now.astimezone(COPENHAGEN)
    if rhythm is Rhythm.NEVER:
        return None
    due = now if rhythm is Rhythm.AT_ONCE else _latest(local, hour, weekly=rhythm is Rhythm.WEEKLY)
    quiet = quiet_month in {local.month, due.astimezone(COPENHAGEN).month}
    return None if quiet else due


def _latest(local: datetime, hour: int, *, weekly: bool) -> datetime:
    day = local.date()
    if local.time() < time(hour):
        day -= timedelta(days=1)
    if weekly:
        day -= timedelta(days=day.weekday())
    return datetime.combine(day, time(hour), COPENHAGEN)


def is_quiet(day: date, quiet_month: int) -> bool:
    return day.month == quiet_month


def step(due_on: date, day: date, *, since: date | None = None) -> int | None:
    """The one reminder that applies on that day: the latest whose time has come; None before the first.

    A step whose day lies before `since`, from when it has waited, is never given: who has just been asked knows it."""
    left = (due_on - day).days
    if left < 0:
        return OVERDUE
    which = next((days for days in STEPS if left <= days), None)
    is_before = which is not None and since is not None and due_on - timedelta(days=which) < since
    return None if is_before else which


def wait_after(tries: int) -> timedelta | None:
    """How long to wait after so many failed tries; None: give up."""
    if tries >= TRIES:
        return None
    doubled: timedelta = FIRST_WAIT * 2 ** (tries - 1)
    return min(doubled, LONGEST_WAIT)
