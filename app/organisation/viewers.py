"""Fetching a person together with where they stand, as every request does first."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import selectinload

from app.core.clock import today
from app.core.db import session
from app.core.keys import is_key
from app.organisation.models import Committee, CommitteeArea, Employment, Organisation, Seat, Unit, UnitManager
from app.organisation.standing import SeatFact, Standing, attach
from app.people.models import Role, User


def load_viewer(identity: str) -> User | None:
    """The account that a session names, with its standing; None when it is closed or the session has been ended."""
    user_id, _dot, number = identity.partition(".")
    user = session().get(User, int(user_id)) if is_key(user_id) else None
    if user is None or user.closed_on is not None or str(user.session_number) != number:
        return None
    return with_standing(user)


def with_standing(user: User) -> User:
    """The same person with their standing as it is today. Three queries."""
    standing = Standing(_led_paths(user), _seats(user), _unit_id(user))
    return attach(user, standing)  # type: ignore[no-any-return]


def _led_paths(user: User) -> tuple[str, ...]:
    if user.role not in {Role.MANAGER, Role.SAFETY}:
        return ()
    found = sa.select(Unit.path).join(UnitManager).where(UnitManager.user_id == user.id, Unit.closed_on.is_(None))
    return tuple(session().scalars(found))


def holds_seat(user_id: Any) -> sa.ColumnElement[bool]:
    """The condition that a seat is held by that person today."""
    return sa.and_(
        Seat.user_id == user_id,
        sa.or_(Seat.from_on.is_(None), Seat.from_on <= today()),
        sa.or_(Seat.to_on.is_(None), Seat.to_on >= today()),
    )


def _seats(user: User) -> tuple[SeatFact, ...]:
    # An administrator sees no committee's own text, whatever seat the account may hold.
    if user.role is Role.ADMINISTRATOR:
        return ()
    found = (
        sa.select(Seat)
        .join(Seat.committee)
        .where(holds_seat(user.id), Committee.closed_on.is_(None))
        .options(selectinload(Seat.committee).selectinload(Committee.areas).joinedload(CommitteeArea.unit))
        .order_by(Seat.committee_id)
    )
    return tuple(
        SeatFact(
            seat.committee_id, seat.committee.name, seat.side, seat.mandate, seat.function,
            tuple(area.unit.path for area in seat.committee.areas),
        )
        for seat in session().scalars(found)
    )  # fmt: skip


def _unit_id(user: User) -> int | None:
    return session().scalar(sa.select(Employment.unit_id).where(Employment.user_id == user.id))


def the_organisation() -> Organisation | None:
    """The one organisation of the installation; None before it is set up."""
    return session().scalar(sa.select(Organisation).order_by(Organisation.id).limit(1))
