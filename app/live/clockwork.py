"""How a meeting is doing for time. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.meetings.models import ItemState
from app.meetings.sight import Line


@dataclass(frozen=True)
class Progress:
    """`at` of `count` items; minutes gone since the meeting opened, and minutes planned for what is treated by now."""

    at: int
    count: int
    treated: int
    minutes_gone: int
    minutes_planned: int

    @property
    def is_behind(self) -> bool:
        """Whether more than a tenth, and at least five minutes, more have gone than was planned."""
        return self.minutes_gone > self.minutes_planned + max(5, self.minutes_planned // 10)


def progress(lines: Sequence[Line], shown_id: int | None, opened_at: datetime | None, now: datetime) -> Progress:
    """How far the meeting has come. An item that is shown counts as planned up to and with it."""
    at = next((place for place, line in enumerate(lines, 1) if line.item.id == shown_id), 0)
    gone = int((now - opened_at).total_seconds() // 60) if opened_at is not None else 0
    planned = sum(line.item.minutes_planned or 0 for line in lines[:at])
    treated = sum(line.item.state is not ItemState.OPEN for line in lines)
    return Progress(at, len(lines), treated, max(gone, 0), planned)
