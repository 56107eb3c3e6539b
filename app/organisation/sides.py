"""On which side a person stands where a goal of some unit is spoken of: pure, from their standing and their role."""

from __future__ import annotations

from app.organisation.models import Side, Unit
from app.organisation.standing import SeatFact, Standing, standing_of
from app.people.models import Role, User

EMPLOYED = frozenset({Role.READER, Role.REPRESENTATIVE})


def speaks_for(standing: Standing, unit: Unit) -> SeatFact | None:
    """The seat in which a person speaks of a goal of that unit: the nearest committee's, with a side if any."""
    seats = sorted(standing.seats_over(unit), key=lambda seat: (seat.side is None, -max(map(len, seat.area_paths))))
    return seats[0] if seats else None


def side_in_role(standing: Standing, role: Role, unit: Unit) -> Side | None:
    """The side of the seat over the unit; without one, whoever leads is of management and whoever is led of the
    employees. None stands between them: who only keeps a committee's minutes, the safety organisation, administrators.
    """
    seat = speaks_for(standing, unit)
    if seat is not None and seat.side is not None:
        return seat.side
    if role is Role.MANAGER or standing.leads(unit):
        return Side.MANAGEMENT
    return Side.EMPLOYEES if seat is None and role in EMPLOYED else None


def side_of(user: User, unit: Unit) -> Side | None:
    return side_in_role(standing_of(user), user.role, unit)
