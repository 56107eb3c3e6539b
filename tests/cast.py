"""The one cast of all tests: nine people in a small municipality, two committees, two goals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from app.core.clock import today
from app.core.db import next_number, session
from app.core.operation import operation, record
from app.goals.models import Goal, GoalObjective, HangsOn, MeasuredLevel, Status
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
from app.organisation.viewers import with_standing
from app.people.models import Role, User
from app.people.passwords import digest
from app.strategy.models import Objective

PASSWORD = "et langt kodeord til alle"  # noqa: S105


@dataclass
class Cast:
    ida: User  # safety organisation
    mette: User  # manager of the centre; management side of the top committee
    karin: User  # manager of citizen service; chair of the local committee, owner of both goals
    otto: User  # manager of roads and parks, elsewhere in the tree
    trine: User  # shop steward; employee side of the local committee
    frederik: User  # safety representative; employee side of the top committee only
    emma: User  # an employee in citizen service
    mads: User  # administrator
    bo: User  # an employee of roads and parks; sits nowhere
    root: Unit
    centre: Unit
    service: Unit
    roads: Unit
    top: Committee
    local: Committee
    objective: Objective
    goal: Goal  # in force, in citizen service
    draft: Goal  # a draft, in citizen service


PEOPLE = {
    "ida": ("Ida Møllegård", Role.SAFETY),
    "mette": ("Mette Hjortshøj", Role.MANAGER),
    "karin": ("Karin Nørgård", Role.MANAGER),
    "otto": ("Otto Ærø", Role.MANAGER),
    "trine": ("Trine Løvenskjold", Role.REPRESENTATIVE),
    "frederik": ("Frederik Sjøgren", Role.REPRESENTATIVE),
    "emma": ("Emma Håkansson", Role.READER),
    "mads": ("Mads Æbelø", Role.ADMINISTRATOR),
    "bo": ("Bo Grønlykke", Role.READER),
}
UNITS = {"root": "Lilleby Kommune", "centre": "Center for Borgere", "service": "Borgerservice", "roads": "Vej og Park"}


@operation("cast.made")
def make_cast() -> None:
    """Write the cast into an empty database."""
    secret = digest(PASSWORD)
    people = {
        key: User(email=f"{key}@lilleby.example", name=name, role=role, password_hash=secret, language="en")
        for key, (name, role) in PEOPLE.items()
    }
    organisation = Organisation(
        name="Lilleby Kommune", kind=OrganisationKind.MUNICIPALITY, definition="Et mål er et løfte."
    )
    session().add_all([organisation, *people.values()])
    units = _units(people)
    _committees(people, units)
    objective = Objective(title="Borgere får et klart svar", why="Ventetid koster tillid.", owner_id=people["mette"].id)
    session().add(objective)
    session().flush()
    _goals(people, units, objective)
    record("cast.made", organisation, by=None)


def _units(people: dict[str, User]) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for key, parent, kind, count, leader in (
        ("root", None, UnitKind.ORGANISATION, 300, None),
        ("centre", "root", UnitKind.DEPARTMENT, 60, "mette"),
        ("service", "centre", UnitKind.TEAM, 26, "karin"),
        ("roads", "root", UnitKind.TEAM, 57, "otto"),
    ):
        unit = Unit(name=UNITS[key], kind=kind, headcount=count, parent_id=units[parent].id if parent else None)
        session().add(unit)
        session().flush()
        unit.path = f"{units[parent].path if parent else '/'}{unit.id}/"
        if leader:
            session().add(UnitManager(unit_id=unit.id, user_id=people[leader].id))
        units[key] = unit
    for key, unit in (
        ("karin", "service"),
        ("trine", "service"),
        ("emma", "service"),
        ("otto", "roads"),
        ("bo", "roads"),
    ):
        session().add(Employment(user_id=people[key].id, unit_id=units[unit].id))
    return units


def _committees(people: dict[str, User], units: dict[str, Unit]) -> None:
    top = Committee(name="Hoved-MED", kind=CommitteeKind.TOP)
    session().add(top)
    session().flush()
    local = Committee(name="Lokal-MED Borgerservice", kind=CommitteeKind.LOCAL, parent_id=top.id)
    session().add(local)
    session().flush()
    for committee, unit in ((top, "root"), (local, "service")):
        session().add(CommitteeArea(committee_id=committee.id, unit_id=units[unit].id))
    for committee, key, side, mandate, function in (
        (top, "mette", Side.MANAGEMENT, Mandate.LEADER, Function.CHAIR),
        (top, "frederik", Side.EMPLOYEES, Mandate.SAFETY_REPRESENTATIVE, Function.VICE_CHAIR),
        (local, "karin", Side.MANAGEMENT, Mandate.LEADER, Function.CHAIR),
        (local, "trine", Side.EMPLOYEES, Mandate.SHOP_STEWARD, Function.VICE_CHAIR),
    ):
        session().add(
            Seat(committee_id=committee.id, user_id=people[key].id, side=side, mandate=mandate, function=function)
        )


def _goals(people: dict[str, User], units: dict[str, Unit], objective: Objective) -> None:
    shared: dict[str, Any] = {
        "unit_id": units["service"].id,
        "owner_id": people["karin"].id,
        "created_by_id": people["karin"].id,
    }
    goal = Goal(
        number=next_number("goal"),
        title="Kortere vej fra henvendelse til svar",
        purpose="Ingen skal vente unødigt på svar.",
        status=Status.IN_FORCE,
        measured_level=MeasuredLevel.TEAM,
        measured_whom="Hele teamet",
        measured_count=26,
        hangs_on=HangsOn.NOTHING,
        takes_effect_on=today() - timedelta(days=90),
        next_review_on=today() + timedelta(days=200),
        **shared,
    )
    goal.links = [GoalObjective(objective_id=objective.id, sentence="Et hurtigt svar er et klart svar.")]
    draft = Goal(number=next_number("goal"), title="Telefonen bliver taget", **shared)
    session().add_all([goal, draft])
    session().flush()


def meet() -> Cast:
    """The cast, fetched anew, people with their standing."""
    db = session()
    found: dict[str, Any] = {
        key: with_standing(db.scalars(sa.select(User).where(User.name == name)).one())
        for key, (name, _role) in PEOPLE.items()
    }
    found |= {key: db.scalars(sa.select(Unit).where(Unit.name == name)).one() for key, name in UNITS.items()}
    top, local = db.scalars(sa.select(Committee).order_by(Committee.id).limit(2))
    goal, draft = db.scalars(sa.select(Goal).order_by(Goal.id).limit(2))
    objective = db.scalars(sa.select(Objective)).one()
    return Cast(top=top, local=local, goal=goal, draft=draft, objective=objective, **found)


@operation("test.spoke")
def speak_danish(user: User) -> None:
    """Let a person's pages be Danish."""
    user.language = "da"
    record("test.spoke", user, by=user)
