"""Noticing that minutes have changed since a side approved them: at the end of whatever is done to a meeting, and by
the next round where it was done elsewhere, such as to an action that they name."""

from __future__ import annotations

from app.core.jobs import Job
from app.minutes.operations import drop_approvals
from app.minutes.queries import minutes_waiting, touched_while_out


def drop_fallen() -> int:
    """Let the approvals fall that no longer fit what the minutes say; how many."""
    return drop_approvals(minutes_waiting(None, is_out=True))


def drop_touched() -> int:
    """The same of the meetings that something is being done to."""
    return drop_approvals(found) if (found := touched_while_out()) else 0


JOBS: dict[str, Job] = {"minutes.drop_fallen": drop_fallen}
