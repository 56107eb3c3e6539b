"""The verbs on the organisation, its units, committees and seats."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from app.core.clock import today
from app.core.db import lock, session
from app.core.operation import check_version, operation, record, touch
from app.core.settings import chosen, follow, keep, make_sense
from app.core.trees import hold, keep_above
from app.organisation.models import (
    Committee,
    CommitteeArea,
    CommitteeKind,
    Employment,
    Function,
    Mandate,
    Organisation,
    OrganisationKind,
    Seat,
    Side,
    Unit,
    UnitKind,
    UnitManager,
)
from app.organisation.notices import tell_of_holder
from app.organisation.queries import employment_of, has_units, managers_of, units_below
from app.organisation.viewers import the_organisation
from app.people.models import User


class AlreadySetUp(ValueError):
    """The installation has its organisation."""


class StillInUse(ValueError):
    """Open units lie below the one that should close."""


class AboveIsClosed(ValueError):
    """A unit can't open again below a closed one."""


class OwnSeat(ValueError):
    """Nobody gives themselves a seat on a side: what the side has written would be open to them."""


@operation("organisation.added")
def add_organisation(*, name: str, kind: OrganisationKind, by: User | None, definition: str = "") -> Organisation:
    organisation = Organisation(name=name, kind=kind, definition=definition)
    session().add(organisation)
    record("organisation.added", organisation, by=by)
    return organisation


@operation("organisation.added", "unit.added")
def set_up_organisation(*, name: str, kind: OrganisationKind, by: User) -> Organisation:
    """Name the organisation of a new installation, and make the unit at the top. AlreadySetUp when it is done."""
    lock("organisation")
    if the_organisation() is not None:
        raise AlreadySetUp
    organisation = add_organisation(name=name, kind=kind, by=by)
    if not has_units():
        add_unit(name=name, kind=UnitKind.ORGANISATION, by=by)
    return organisation


@operation("organisation.revised")
def revise_organisation(
    organisation: Organisation, *, name: str, kind: OrganisationKind, by: User, version: int | None = None
) -> None:
    check_version(organisation, version)
    organisation.name, organisation.kind = name, kind
    record("organisation.revised", organisation, by=by)


@operation("organisation.definition_revised")
def revise_definition(organisation: Organisation, *, definition: str, by: User, version: int | None = None) -> None:
    check_version(organisation, version)
    organisation.definition = definition
    record("organisation.definition_revised", organisation, by=by)


@operation("organisation.settings_changed")
def change_settings(organisation: Organisation, *, by: User, version: int | None = None, **wanted: Any) -> bool:
    """Decide anew what the installation decides for itself, and do what follows from it; whether anything was changed.

    Senseless when the settings can't stand together."""
    check_version(organisation, version)
    before = chosen()
    changed = {name: (before[name], value) for name, value in wanted.items() if before[name] != value}
    if not changed:
        return False
    make_sense(wanted)
    for name, (_old, value) in changed.items():
        keep(name, value)
    record("organisation.settings_changed", organisation, by=by, also=changed)
    touch(organisation)
    follow(changed, by)
    return True


@operation("unit.added")
def add_unit(
    *,
    name: str,
    kind: UnitKind,
    by: User | None,
    parent: Unit | None = None,
    headcount: int | None = None,
    core_task: str = "",
) -> Unit:
    hold(Unit)
    unit = Unit(name=name, kind=kind, parent_id=parent.id if parent else None, headcount=headcount, core_task=core_task)
    session().add(unit)
    record("unit.added", unit, by=by)
    unit.path = _path(unit, parent)
    return unit


@operation("unit.revised")
def revise_unit(
    unit: Unit,
    *,
    name: str,
    kind: UnitKind,
    parent: Unit | None,
    headcount: int | None,
    core_task: str,
    by: User,
    version: int | None = None,
) -> None:
    """Change a unit; with another parent its whole subtree moves. BelowItself when it would stand under itself."""
    hold(Unit)
    session().refresh(unit, ["path", "version"])
    check_version(unit, version)
    keep_above(unit, parent)
    unit.name, unit.kind, unit.headcount, unit.core_task = name, kind, headcount, core_task
    if unit.parent_id != (parent.id if parent else None):
        unit.parent_id = parent.id if parent else None
        record("unit.revised", unit, by=by)
        _move(unit, _path(unit, parent))
    else:
        record("unit.revised", unit, by=by)


def _path(unit: Unit, parent: Unit | None) -> str:
    if parent is not None:
        session().refresh(parent, ["path"])
    return f"{parent.path if parent else '/'}{unit.id}/"


def _move(unit: Unit, path: str) -> None:
    below, old = units_below(unit), unit.path
    unit.path = path
    for other in below:
        other.path = path + other.path.removeprefix(old)


@operation("unit.closed")
def close_unit(unit: Unit, *, by: User) -> None:
    """Close a unit from today. StillInUse while open units lie below it."""
    hold(Unit)
    if any(other.closed_on is None for other in units_below(unit)):
        raise StillInUse(unit)
    unit.closed_on = today()
    record("unit.closed", unit, by=by)


@operation("unit.reopened")
def reopen_unit(unit: Unit, *, by: User) -> None:
    """AboveIsClosed where the unit above it is."""
    if unit.parent is not None and unit.parent.closed_on is not None:
        raise AboveIsClosed(unit)
    unit.closed_on = None
    record("unit.reopened", unit, by=by)


@operation("unit_manager.added")
def add_manager(unit: Unit, *, user: User, by: User | None) -> UnitManager:
    """Make a person a manager of a unit; once is enough."""
    found = next((manager for manager in managers_of(unit) if manager.user_id == user.id), None)
    if found is not None:
        return found
    manager = UnitManager(unit=unit, user=user)
    session().add(manager)
    record("unit_manager.added", manager, by=by, about=unit)
    return manager


@operation("unit_manager.removed")
def remove_manager(manager: UnitManager, *, by: User) -> None:
    unit, person = manager.unit, str(manager.user)
    session().delete(manager)
    record("unit_manager.removed", unit, by=by, about=unit, person=person)


@operation("employment.set")
def employ(user: User, *, unit: Unit, by: User | None) -> Employment:
    """Say in which unit a person works."""
    employment = employment_of(user) or Employment(user_id=user.id)
    employment.unit_id = unit.id
    session().add(employment)
    record("employment.set", employment, by=by, about=unit, person=user.name, unit=unit.name)
    return employment


@operation("committee.added")
def add_committee(
    *, name: str, kind: CommitteeKind, units: Iterable[Unit], by: User | None, parent: Committee | None = None
) -> Committee:
    committee = Committee(name=name, kind=kind, parent_id=parent.id if parent else None)
    committee.areas = [CommitteeArea(unit=unit) for unit in units]
    session().add(committee)
    record("committee.added", committee, by=by, also={"areas": ([], _names(committee))})
    return committee


@operation("committee.revised")
def revise_committee(
    committee: Committee,
    *,
    name: str,
    kind: CommitteeKind,
    units: Iterable[Unit],
    parent: Committee | None,
    by: User,
    version: int | None = None,
) -> None:
    """Change a committee and what it covers. BelowItself when it would stand under itself."""
    hold(Committee)
    check_version(committee, version)
    keep_above(committee, parent)
    before = _names(committee)
    committee.name, committee.kind, committee.parent_id = name, kind, parent.id if parent else None
    wanted, now = {unit.id: unit for unit in units}, {area.unit_id: area for area in committee.areas}
    for key in now.keys() - wanted.keys():
        committee.areas.remove(now[key])
    committee.areas += [CommitteeArea(unit=wanted[key]) for key in sorted(wanted.keys() - now.keys())]
    record("committee.revised", committee, by=by, also={"areas": (before, _names(committee))})
    if before != _names(committee):
        touch(committee)


def _names(committee: Committee) -> list[str]:
    """The names of the units that a committee covers."""
    return sorted(str(area.unit) for area in committee.areas)


@operation("committee.closed")
def close_committee(committee: Committee, *, by: User) -> None:
    committee.closed_on = today()
    record("committee.closed", committee, by=by)


@operation("committee.reopened")
def reopen_committee(committee: Committee, *, by: User) -> None:
    committee.closed_on = None
    record("committee.reopened", committee, by=by)


@operation("seat.added")
def add_seat(
    committee: Committee,
    *,
    mandate: Mandate,
    by: User | None,
    side: Side | None = None,
    function: Function = Function.MEMBER,
    user: User | None = None,
    substitute: User | None = None,
    organisation_behind: str = "",
    from_on: date | None = None,
    to_on: date | None = None,
    vacant_from: date | None = None,
) -> Seat:
    """A place in a committee, held or vacant. OwnSeat when it is on a side and for the one who gives it."""
    if side is not None and user is not None and by is not None and user.id == by.id:
        raise OwnSeat(committee)
    seat = Seat(
        committee=committee,
        side=side,
        mandate=mandate,
        function=function,
        user_id=user.id if user else None,
        substitute_id=substitute.id if substitute else None,
        organisation_behind=organisation_behind,
        from_on=from_on,
        to_on=to_on,
        vacant_from=vacant_from,
    )
    session().add(seat)
    record("seat.added", seat, by=by, about=committee, holder=user.name if user else "–")
    if user is not None:
        tell_of_holder(seat, user, by=by)
    return seat


@operation("seat.revised")
def revise_seat(seat: Seat, *, by: User, version: int | None = None, **answers: Any) -> None:
    """Change a seat; with a new holder it is not vacant any more. OwnSeat when one would come to sit on a side oneself,
    go over to the other, or sit again in a seat that had ended."""
    check_version(seat, version)
    held = (seat.user_id, seat.side) if seat.is_current(today()) else None
    for name, value in answers.items():
        setattr(seat, name, value)
    is_new = seat.user_id is not None and (seat.user_id, seat.side) != held
    if is_new and seat.user_id == by.id and seat.side is not None:
        raise OwnSeat(seat)
    if seat.user_id is not None:
        seat.vacant_from = None
    record("seat.revised", seat, by=by, about=seat.committee)
    if is_new:
        session().refresh(seat, ["user"])
        tell_of_holder(seat, seat.user, by=by)


@operation("seat.vacated")
def vacate_seat(seat: Seat, *, from_on: date, by: User) -> None:
    """Nobody sits here from that day on."""
    holder = seat.user.name if seat.user else "–"
    seat.user_id, seat.vacant_from = None, from_on
    record("seat.vacated", seat, by=by, about=seat.committee, holder=holder)
