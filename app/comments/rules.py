"""Who can read a comment, and how long it can be edited: pure rules."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.comments.models import Visibility
from app.organisation.models import Side, Unit
from app.organisation.standing import SeatFact, Standing, audience_key

EDITABLE = timedelta(minutes=15)


def audience_of(visibility: Visibility, committee_id: int | None, side: Side | None) -> str | None:
    """The key of those who can read a comment; None for all who can see the goal."""
    if visibility is Visibility.ALL or committee_id is None:
        return None
    return audience_key(committee_id, side if visibility is Visibility.SIDE else None)


def is_in(standing: Standing, audience: str | None) -> bool:
    return audience is None or audience in standing.audiences


def may_still_edit(created_at: datetime, now: datetime) -> bool:
    return now - created_at <= EDITABLE


def circles(standing: Standing, unit: Unit) -> list[tuple[str, SeatFact, Visibility]]:
    """The circles that a person can write to about a goal of that unit, besides everyone: (value, seat, visibility)."""
    found: list[tuple[str, SeatFact, Visibility]] = []
    for seat in standing.seats_over(unit):
        found.append((f"committee:{seat.committee_id}", seat, Visibility.COMMITTEE))
        if seat.side is not None:
            found.append((f"side:{seat.committee_id}", seat, Visibility.SIDE))
    return found
