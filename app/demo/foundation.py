"""What stands before any goal does: the organisation, its people, units, committees and objectives."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.core.operation import operation
from app.demo.reading import Plain, Seeds
from app.organisation.models import Committee, CommitteeKind, Function, Mandate, OrganisationKind, Side, Unit, UnitKind
from app.organisation.operations import add_committee, add_manager, add_organisation, add_seat, add_unit, employ
from app.people.models import Role, User
from app.people.operations import add_user
from app.strategy.models import Objective
from app.strategy.operations import add_objective


@dataclass
class Ground:
    """What has been built, by the keys of the seeds."""

    people: dict[str, User] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    committees: dict[str, Committee] = field(default_factory=dict)
    objectives: dict[str, Objective] = field(default_factory=dict)


@operation()
def lay(seeds: Seeds) -> Ground:
    """Build the ground, as its administrator would have typed it in. The clock is to stand at the founding."""
    ground = Ground()
    for person in seeds.people:
        _person(ground, person)
    administrator = next(user for user in ground.people.values() if user.role is Role.ADMINISTRATOR)
    said = seeds.organisation
    add_organisation(
        name=said["name"], kind=OrganisationKind(said["kind"]), definition=said["definition"].strip(), by=administrator
    )
    for unit in seeds.units:
        _unit(ground, unit, administrator)
    for person in seeds.people:
        employ(ground.people[person["id"]], unit=ground.units[person["unit"]], by=administrator)
    for committee in seeds.committees:
        _committee(ground, committee, administrator)
    for objective in seeds.objectives:
        _objective(ground, objective)
    return ground


def _person(ground: Ground, person: Plain) -> None:
    ground.people[person["id"]] = add_user(
        email=person["email"], name=person["name"], role=Role(person["role"]), job_title=person["job_title"], by=None
    )


def _unit(ground: Ground, unit: Plain, by: User) -> None:
    made = add_unit(
        name=unit["name"], kind=UnitKind(unit["kind"]), parent=ground.units.get(unit.get("above", "")),
        headcount=unit.get("headcount"), core_task=unit["core_task"], by=by,
    )  # fmt: skip
    ground.units[unit["id"]] = made
    for leader in unit.get("leaders", ()):
        add_manager(made, user=ground.people[leader], by=by)


def _committee(ground: Ground, committee: Plain, by: User) -> None:
    made = add_committee(
        name=committee["name"],
        kind=CommitteeKind(committee["kind"]),
        units=[ground.units[area] for area in committee["areas"]],
        parent=ground.committees.get(committee.get("above", "")),
        by=by,
    )
    ground.committees[committee["id"]] = made
    for seat in committee["seats"]:
        add_seat(
            made, mandate=Mandate(seat["mandate"]), side=Side(seat["side"]) if "side" in seat else None,
            function=Function(seat.get("function", "member")), user=ground.people.get(seat.get("person", "")),
            substitute=ground.people.get(seat.get("substitute", "")),
            organisation_behind=seat.get("organisation_behind", ""), from_on=seat.get("from"),
            vacant_from=seat.get("vacant_from"), by=by,
        )  # fmt: skip


def _objective(ground: Ground, objective: Plain) -> None:
    owner = ground.people[objective["owner"]]
    ground.objectives[objective["id"]] = add_objective(
        title=objective["title"], why=objective["why"].strip(), value_for=objective["value_for"], owner=owner,
        from_on=objective["from"], to_on=objective["to"], by=owner,
    )  # fmt: skip
