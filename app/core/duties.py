"""What waits for whom: every room tells which things with a date a person is to settle, and how.

The desk shows a person's own; the reminders go through everybody's. Both ask the same sources, so that nothing is
reminded of that is not on the desk, and nothing lies on the desk that nobody is reminded of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.core.clock import today


@dataclass(frozen=True)
class Duty:
    """One thing that one person is to settle. `subject` and `about` are (type, id); the label is that of `about`.

    `since` is the day from which it has waited, `due_on` when it is to be settled (None: no date). `endpoint` and `url`
    lead to the page that settles it."""

    user_id: int
    code: str
    subject: tuple[str, int]
    about: tuple[str, int]
    about_label: str
    endpoint: str
    url: Mapping[str, Any]
    due_on: date | None = None
    since: date | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Words:
    """How a kind of duty is said: what waits (may hold %(placeholders)s of the data), its button and its sign."""

    what: Any
    button: Any
    icon: str


# A source is asked for the duties of one person (with standing), or of everybody: None.
Source = Callable[[Any, date], list[Duty]]

SOURCES: list[Source] = []
WORDS: dict[str, Words] = {}  # duty code -> words; both are filled when the app is made


def of(user: Any) -> list[Duty]:
    """What waits for a person, most urgent first: what is overdue longest, then what is due soonest, then the rest."""
    return _sorted([duty for source in SOURCES for duty in source(user, today())])


def of_everybody() -> list[Duty]:
    """All that has a date, for everybody, soonest first."""
    return _sorted([duty for source in SOURCES for duty in source(None, today()) if duty.due_on is not None])


def _sorted(duties: list[Duty]) -> list[Duty]:
    return sorted(duties, key=lambda duty: (duty.due_on or date.max, duty.since or date.max, duty.code, duty.subject))


def what(duty: Duty) -> str:
    """The sentence of a duty, in the reader's language."""
    return str(WORDS[duty.code].what) % dict(duty.data)
