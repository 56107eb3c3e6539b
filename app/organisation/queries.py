"""Finding units, committees and seats. Everybody who is signed in sees them all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from app.core.audit import Event, history_of
from app.core.clock import today
from app.core.danish import sort_key
from app.core.db import session, sorted_danish
from app.organisation.areas import nearest_of
from app.organisation.models import (
    Committee,
    CommitteeArea,
    Employment,
    Function,
    Mandate,
    Organisation,
    Seat,
    Side,
    Unit,
    UnitManager,
)
from app.organisation.standing import standing_of
from app.organisation.viewers import holds_seat, the_organisation
from app.people.models import Role, User

LATEST = 20
INDENT = "\u2003"  # an em space: what a list to choose from shows of a tree


@dataclass
class Node:
    """A thing in a tree and what stands below it, in Danish order."""

    thing: Any
    children: list[Node] = field(default_factory=list)


def tree_of(things: list[Any]) -> list[Node]:
    """Things with id and parent_id as a tree; one whose parent is not among them stands at the top."""
    nodes = {thing.id: Node(thing) for thing in sorted(things, key=lambda t: sort_key(str(t)))}
    tops: list[Node] = []
    for node in nodes.values():
        above = nodes.get(node.thing.parent_id)
        (above.children if above else tops).append(node)
    return tops


def flat(nodes: list[Node], depth: int = 0) -> list[tuple[int, Any]]:
    """[(depth, thing)] in the order that the tree is read."""
    return [row for node in nodes for row in [(depth, node.thing), *flat(node.children, depth + 1)]]


def find_organisation(_user: User) -> Any:
    return the_organisation()


def find_unit(_user: User, *, unit_id: int) -> Unit | None:
    return session().scalar(sa.select(Unit).where(Unit.id == unit_id).options(joinedload(Unit.parent)))


def find_committee(_user: User, *, committee_id: int) -> Committee | None:
    whole = (
        sa.select(Committee)
        .where(Committee.id == committee_id)
        .options(
            joinedload(Committee.parent),
            selectinload(Committee.areas).joinedload(CommitteeArea.unit),
            selectinload(Committee.seats).options(joinedload(Seat.user), joinedload(Seat.substitute)),
        )
    )
    return session().scalar(whole)


def find_seat(user: User, *, committee_id: int, seat_id: int) -> Seat | None:
    """A seat, looked up inside its committee."""
    committee = find_committee(user, committee_id=committee_id)
    return next((seat for seat in committee.seats if seat.id == seat_id), None) if committee else None


def has_units() -> bool:
    return session().scalar(sa.select(sa.exists().where(Unit.id.is_not(None)))) or False


def unit_tree(*, closed: bool = False) -> list[Node]:
    """All units as a tree with their managers; two queries however many there are."""
    wanted = sa.select(Unit).options(selectinload(Unit.managers).joinedload(UnitManager.user))
    return tree_of(list(session().scalars(wanted if closed else wanted.where(Unit.closed_on.is_(None)))))


def unit_options() -> list[tuple[int, str]]:
    """The open units in the order of the tree, indented by their depth."""
    return [(unit.id, label) for unit, label in unit_choices()]


def unit_choices() -> list[tuple[Unit, str]]:
    """The same, as units with their labels."""
    units = list(session().scalars(sa.select(Unit).where(Unit.closed_on.is_(None))))
    return [(unit, INDENT * depth + unit.name) for depth, unit in flat(tree_of(units))]


def committee_tree(*, closed: bool = False) -> list[Node]:
    wanted = sa.select(Committee).options(selectinload(Committee.seats).joinedload(Seat.user))
    return tree_of(list(session().scalars(wanted if closed else wanted.where(Committee.closed_on.is_(None)))))


def committee_options() -> list[tuple[int, str]]:
    found = list(session().scalars(sa.select(Committee).where(Committee.closed_on.is_(None))))
    return [(c.id, INDENT * depth + c.name) for depth, c in flat(tree_of(found))]


@dataclass(frozen=True)
class Sitting:
    """That somebody holds a seat in a committee today."""

    user_id: int
    committee_id: int
    side: Side | None
    function: Function


def sitting_in(committee_ids: Collection[int]) -> list[Sitting]:
    """Who sits in these committees today, closed accounts and administrators left out. One query."""
    wanted = (
        sa.select(Seat.user_id, Seat.committee_id, Seat.side, Seat.function)
        .join(User, User.id == Seat.user_id)
        .join(Committee, Committee.id == Seat.committee_id)
        .where(Seat.committee_id.in_(sorted(committee_ids)), holds_seat(User.id), Committee.closed_on.is_(None))
        .where(User.closed_on.is_(None), User.role != Role.ADMINISTRATOR)
        .order_by(Seat.id)
    )
    return [
        Sitting(who, committee, side, function)
        for who, committee, side, function in session().execute(wanted)
        if who is not None
    ]


def areas_of_committees() -> list[tuple[int, str]]:
    """(committee, path of a unit that it covers) of all open committees. One query."""
    wanted = sa.select(CommitteeArea.committee_id, Unit.path).join(CommitteeArea.unit).join(CommitteeArea.committee)
    return [(key, path) for key, path in session().execute(wanted.where(Committee.closed_on.is_(None)))]


def nearest_committees(unit: Unit) -> list[Committee]:
    """The open committees whose area lies nearest to a unit: its own, or else the one above it."""
    over = committees_over(unit)
    nearest = nearest_of(unit, [(one.id, area.unit.path) for one in over for area in one.areas])
    return [committee for committee in over if committee.id in nearest]


def committees_over(unit: Unit) -> list[Committee]:
    """The open committees that cover a unit, the nearest first, with their seats."""
    above = [int(part) for part in unit.path.split("/") if part]
    wanted = (
        sa.select(CommitteeArea)
        .join(CommitteeArea.committee)
        .where(CommitteeArea.unit_id.in_(above), Committee.closed_on.is_(None))
        .options(
            joinedload(CommitteeArea.committee).options(
                selectinload(Committee.seats).joinedload(Seat.user),
                selectinload(Committee.areas).joinedload(CommitteeArea.unit),
            )
        )
    )
    areas = sorted(session().scalars(wanted), key=lambda area: above.index(area.unit_id), reverse=True)
    return list(dict.fromkeys(area.committee for area in areas))


def representatives_of(committees: list[Committee]) -> list[Seat]:
    """The shop stewards and safety representatives of these committees today, each person once, in their order."""
    wanted = {Mandate.SHOP_STEWARD, Mandate.JOINT_SHOP_STEWARD, Mandate.SAFETY_REPRESENTATIVE}
    found: dict[tuple[int, Mandate], Seat] = {}
    for seat in (seat for committee in committees for seat in committee.seats):
        if seat.user_id and seat.mandate in wanted and seat.is_current(today()):
            found.setdefault((seat.user_id, seat.mandate), seat)
    return list(found.values())


def units_below(unit: Unit) -> list[Unit]:
    below = sa.select(Unit).where(Unit.path.startswith(unit.path, autoescape=True), Unit.id != unit.id)
    return list(session().scalars(below))


def has_units_below(unit: Unit) -> bool:
    return session().scalar(sa.select(sa.exists().where(Unit.parent_id == unit.id))) or False


def employment_of(user: User) -> Employment | None:
    return session().scalar(sa.select(Employment).where(Employment.user_id == user.id))


def employees_of(unit: Unit) -> list[User]:
    """The first hundred with an open account who work in a unit, in Danish order."""
    wanted = sa.select(User).join(Employment, Employment.user_id == User.id)
    wanted = wanted.where(Employment.unit_id == unit.id, User.closed_on.is_(None))
    return list(session().scalars(wanted.order_by(sorted_danish(User.name)).limit(100)))


def events_about(user: User, thing: Unit | Committee) -> list[Event]:
    """The latest that has happened to a unit or a committee, newest first."""
    return list(session().scalars(history_of(thing, standing_of(user).audiences).limit(LATEST)))


def settings_changes(user: User, organisation: Organisation) -> list[Event]:
    """The latest changes of the settings, newest first."""
    changes = history_of(organisation, standing_of(user).audiences).where(Event.code == "organisation.settings_changed")
    return list(session().scalars(changes.limit(LATEST)))


def managers_of(unit: Unit) -> list[UnitManager]:
    wanted = sa.select(UnitManager).where(UnitManager.unit_id == unit.id).options(joinedload(UnitManager.user))
    return list(session().scalars(wanted.order_by(UnitManager.id)))


def find_manager(user: User, *, unit_id: int, manager_id: int) -> UnitManager | None:
    """Who leads a unit, looked up inside it."""
    unit = find_unit(user, unit_id=unit_id)
    return next((m for m in managers_of(unit) if m.id == manager_id), None) if unit else None


def nearest_leaders(unit: Unit, *, besides: Collection[int] = ()) -> set[int]:
    """Who answers for what belongs to a unit that nobody leads: the managers of the nearest unit above it that has any
    with an open account, or else the safety organisation; never those in `besides`."""
    return leaders_over([unit]).nearest(unit, besides=besides)


@dataclass(frozen=True)
class Leaders:
    """Who leads which unit, as (path, person), and who keeps the register where nobody does."""

    leading: list[tuple[str, int]]
    keepers: frozenset[int]

    def nearest(self, unit: Unit, *, besides: Collection[int] = ()) -> set[int]:
        """Those who lead the unit or the nearest above it, but for those in `besides`; else who keeps the register."""
        found = [(path, key) for path, key in self.leading if unit.lies_under(path) and key not in besides]
        nearest = max((len(path) for path, _key in found), default=0)
        return {key for path, key in found if len(path) == nearest} or set(self.keepers) - set(besides)


def leaders_over(units: Collection[Unit]) -> Leaders:
    """All that is needed to ask for the nearest leaders of these units. Two queries however many there are."""
    above = {int(part) for unit in units for part in unit.path.split("/") if part}
    leading = (
        sa.select(Unit.path, UnitManager.user_id)
        .join(UnitManager, UnitManager.unit_id == Unit.id)
        .join(User, User.id == UnitManager.user_id)
        .where(Unit.id.in_(sorted(above)), User.closed_on.is_(None), User.role.in_([Role.MANAGER, Role.SAFETY]))
    )
    keepers = sa.select(User.id).where(User.role == Role.SAFETY, User.closed_on.is_(None))
    return Leaders([(path, key) for path, key in session().execute(leading)], frozenset(session().scalars(keepers)))
