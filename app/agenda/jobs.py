"""Keeping the agendas of the next two months up to what the register says."""

from __future__ import annotations

from datetime import timedelta

from app.agenda.operations import draw_agenda
from app.agenda.queries import to_be_drawn
from app.core.clock import today
from app.core.jobs import Job

AHEAD = timedelta(days=60)


def draw_due() -> int:
    """Draw every agenda within two months; how many items came onto them."""
    return sum(draw_agenda(meeting) for meeting in to_be_drawn(today() + AHEAD))


JOBS: dict[str, Job] = {"agenda.draw_due": draw_due}
