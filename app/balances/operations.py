"""The verb on balances: to read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.balances.drift import OWN
from app.balances.models import BALANCES, Reader, Reading
from app.balances.notices import tell_of_practice, tell_of_reading
from app.balances.queries import latest_reading
from app.core.clock import today
from app.core.db import session
from app.core.operation import operation, record
from app.goals.models import Goal
from app.goals.operations import set_places
from app.organisation.models import Committee
from app.people.models import User

Places = Mapping[str, int | None]


class NothingRead(ValueError):
    """A reading that places the goal on no balance says nothing."""


@operation("balances.read", "balances.side_read", "balances.agreed")
def read_balances(
    goal: Goal,
    *,
    by: User,
    places: Places,
    wishes: Places | None = None,
    reasons: Mapping[str, str] | None = None,
    reader: Reader = Reader.OWNER,
    read_on: date | None = None,
    committee: Committee | None = None,
) -> Reading:
    """Add a dated reading, by balance from -2 to 2; what is left out was not read. NothingRead without any place.

    `committee` is the one in which a side read or all agreed; None for the owner's own reading. A reading of the owner
    or of the whole committee is also where the goal stands in the register: whichever is the newest."""
    if all(places.get(balance) is None for balance in BALANCES):
        raise NothingRead(goal)
    reading = Reading(goal_id=goal.id, committee_id=committee.id if committee else None, reader=reader)
    _fill(reading, by, read_on, places, wishes, reasons)
    _tell_of(reading, goal, committee, by)
    if reader in OWN:
        newest = latest_reading(goal) or reading
        places_now = {balance: newest.place(balance) for balance in BALANCES}
        set_places(goal, by=by, is_agreed=newest.reader is Reader.AGREED, **places_now)
    return reading


def _tell_of(reading: Reading, goal: Goal, committee: Committee | None, by: User) -> None:
    if committee is None:
        record("balances.read", reading, by=by, about=goal)
        return
    code = "balances.agreed" if reading.reader is Reader.AGREED else "balances.side_read"
    record(code, reading, by=by, about=goal, side=reading.reader.value, place=committee.name)
    tell_of_reading(code, reading, goal, committee, by=by)


@operation("balances.practice_read")
def read_practice(
    committee: Committee,
    *,
    by: User,
    reader: Reader,
    places: Places,
    wishes: Places | None = None,
    reasons: Mapping[str, str] | None = None,
    read_on: date | None = None,
) -> Reading:
    """Add a dated reading of how a committee's whole area measures, apart from any one goal. NothingRead as above."""
    if all(places.get(balance) is None for balance in BALANCES):
        raise NothingRead(committee)
    reading = Reading(committee_id=committee.id, reader=reader)
    _fill(reading, by, read_on, places, wishes, reasons)
    record("balances.practice_read", reading, by=by, about=committee)
    agreed = reader is Reader.AGREED
    tell_of_practice("balances.practice_agreed" if agreed else "balances.practice_read", reading, committee, by=by)
    return reading


def _fill(
    reading: Reading,
    by: User,
    read_on: date | None,
    places: Places,
    wishes: Places | None,
    reasons: Mapping[str, str] | None,
) -> None:
    reading.read_on, reading.read_by_id = read_on or today(), by.id
    for balance in BALANCES:
        setattr(reading, balance, places.get(balance))
        setattr(reading, f"{balance}_wish", (wishes or {}).get(balance))
        setattr(reading, f"{balance}_reason", (reasons or {}).get(balance, ""))
    session().add(reading)
