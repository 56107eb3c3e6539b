"""Who is told about seats: all who sit in the committee, since a new seat opens what its side has written."""

from __future__ import annotations

from app.core.clock import today
from app.core.operation import tell
from app.organisation.models import Seat
from app.people.models import User


def tell_of_holder(seat: Seat, holder: User | None, *, by: User | None) -> None:
    """Tell the new holder and everybody else in the committee who came to sit where."""
    if holder is None:
        return
    sitting = {one.user_id for one in seat.committee.seats if one.user_id and one.is_current(today())} | {holder.id}
    side = seat.side.value if seat.side else ""
    for user_id in sorted(sitting):
        tell(user_id, f"seat.held_{side or 'beside'}", thing=seat, about=seat.committee, by=by, person=holder.name)
