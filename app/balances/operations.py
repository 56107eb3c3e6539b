"""The verb on balances: to read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.balances.drift import OWN
from app.balances.models import BALANCES, Reader, Reading
from app.balances.queries import latest_reading
from app.core.clock import today
from app.core.db import session
from app.core.operation import operation, record
from app.goals.models import Goal
from app.goals.operations import set_places
from app.people.models import User

Places = Mapping[str, int | None]


class NothingRead(ValueError):
    """A reading that places the goal on no balance says nothing."""


@operation("balances.read")
def read_balances(
    goal: Goal,
    *,
    by: User,
    places: Places,
    wishes: Places | None = None,
    reasons: Mapping[str, str] | None = None,
    reader: Reader = Reader.OWNER,
    read_on: date | None = None,
) -> Reading:
    """Add a dated reading, by balance from -2 to 2; what is left out was not read. NothingRead without any place.

    A reading of the owner or of the whole committee is also where the goal stands in the register."""
    if all(places.get(balance) is None for balance in BALANCES):
        raise NothingRead(goal)
    reading = Reading(goal_id=goal.id, reader=reader, read_on=read_on or today(), read_by_id=by.id)
    for balance in BALANCES:
        setattr(reading, balance, places.get(balance))
        setattr(reading, f"{balance}_wish", (wishes or {}).get(balance))
        setattr(reading, f"{balance}_reason", (reasons or {}).get(balance, ""))
    session().add(reading)
    record("balances.read", reading, by=by, about=goal)
    if reader in OWN:
        newest = latest_reading(goal) or reading
        places_now = {balance: newest.place(balance) for balance in BALANCES}
        set_places(goal, by=by, is_agreed=newest.reader is Reader.AGREED, **places_now)
    return reading
