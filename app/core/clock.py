"""What time it is: in one place, so that a test or the demo can say that it is another day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")

SET: ContextVar[datetime | None] = ContextVar("clock", default=None)


def now() -> datetime:
    """This moment, in UTC."""
    return SET.get() or datetime.now(UTC)


def today() -> date:
    """The day it is in Denmark."""
    return now().astimezone(COPENHAGEN).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Within the block it is that moment (which needs a time zone)."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone.")
    token = SET.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        SET.reset(token)
