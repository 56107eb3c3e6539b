"""Fetching a person together with where they stand, as every request does first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache
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
    return with_standings([user])[0]


def with_standings(users: Sequence[User]) -> Sequence[User]:
    """The same people with their standings as they are today; as many queries as for one of them."""
    led, seats, units = _led_paths(users), _seats(users), _unit_ids(users)
    for user in users:
        attach(user, Standing(tuple(led.get(user.id, ())), tuple(seats.get(user.id, ())), units.get(user.id)))
    return users


def open_accounts(keys: Collection[int]) -> Sequence[User]:
    """Those of these people whose accounts are open, with their standings."""
    found = sa.select(User).where(User.id.in_(sorted(keys)), User.closed_on.is_(None)).order_by(User.id)
    return with_standings(list(session().scalars(found))) if keys else []


def _led_paths(users: Sequence[User]) -> Mapping[int, list[str]]:
    paths: defaultdict[int, list[str]] = defaultdict(list)
    leaders = [user.id for user in users if user.role in {Role.MANAGER, Role.SAFETY}]
    if leaders:
        found = sa.select(UnitManager.user_id, Unit.path).join(UnitManager.unit)
        for key, path in session().execute(
            found.where(UnitManager.user_id.in_(leaders), Unit.closed_on.is_(None)).order_by(UnitManager.id)
        ):
            paths[key].append(path)
    return paths


def holds_seat(user_id: Any) -> sa.ColumnElement[bool]:
    """The condition that a seat is held by that person today."""
    return sa.and_(Seat.user_id == user_id, is_there_today())


def is_there_today() -> sa.ColumnElement[bool]:
    """The condition that a seat is there today, held or vacant."""
    return _is_there_on(today())


def _is_there_on(day: Any) -> sa.ColumnElement[bool]:
    return sa.and_(sa.or_(Seat.from_on.is_(None), Seat.from_on <= day), sa.or_(Seat.to_on.is_(None), Seat.to_on >= day))


def _seats(users: Sequence[User]) -> Mapping[int, list[SeatFact]]:
    seats: defaultdict[int, list[SeatFact]] = defaultdict(list)
    # An administrator sees no committee's own text, whatever seat the account may hold.
    people = [user.id for user in users if user.role is not Role.ADMINISTRATOR]
    if people:
        found = session().scalars(_sitting_today(), {"people": people, "day": today()})
        for seat in found:
            seats[seat.user_id or 0].append(_fact(seat))
    return seats


# Who looks is asked for with every request: these two statements are put together once.
@cache
def _sitting_today() -> sa.Select[Seat]:
    return (
        sa.select(Seat)
        .join(Seat.committee)
        .where(
            Seat.user_id.in_(sa.bindparam("people", expanding=True)), _is_there_on(sa.bindparam("day", type_=sa.Date)),
            Committee.closed_on.is_(None),
        )
        .options(selectinload(Seat.committee).selectinload(Committee.areas).joinedload(CommitteeArea.unit))
        .order_by(Seat.committee_id)
    )  # fmt: skip


@cache
def _employed() -> sa.Select[int, int]:
    people = Employment.user_id.in_(sa.bindparam("people", expanding=True))
    return sa.select(Employment.user_id, Employment.unit_id).where(people)


def _fact(seat: Seat) -> SeatFact:
    paths = tuple(area.unit.path for area in seat.committee.areas)
    return SeatFact(seat.committee_id, seat.committee.name, seat.side, seat.mandate, seat.function, paths)


def _unit_ids(users: Sequence[User]) -> dict[int, int]:
    found = session().execute(_employed(), {"people": [user.id for user in users]})
    return {row.user_id: row.unit_id for row in found}


def the_organisation() -> Organisation | None:
    """The one organisation of the installation; None before it is set up."""
    return session().scalar(sa.select(Organisation).order_by(Organisation.id).limit(1))
