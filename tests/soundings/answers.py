"""A committee large enough to be asked, and rounds in it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.core import clock
from app.core.clock import today
from app.goals.models import Goal
from app.goals.operations import add_goal, send_to_hearing
from app.organisation.models import Committee, CommitteeKind, Function, Mandate, Side
from app.organisation.operations import add_committee, add_seat
from app.organisation.viewers import with_standing
from app.people.models import Role, User
from app.people.operations import add_user
from app.soundings.models import Sounding
from app.soundings.operations import cast_ballot, close_sounding, open_sounding
from tests.cast import Cast

A, B = Side.MANAGEMENT, Side.EMPLOYEES


def seat(committee: Committee, user: User, side: Side | None, function: Function = Function.MEMBER) -> None:
    mandate = Mandate.LEADER if side is A else Mandate.SHOP_STEWARD if side is B else Mandate.ADVISER
    add_seat(committee, mandate=mandate, by=None, side=side, user=user, function=function)


def board(cast: Cast) -> Committee:
    """A committee of Vej og Park. Management: Otto (chair), Mette; employees: Frederik (vice chair), Trine, Bo.

    Emma keeps the minutes."""
    made = add_committee(name="Lokal-MED Vej og Park", kind=CommitteeKind.LOCAL, units=[cast.roads], by=None)
    seat(made, cast.otto, A, Function.CHAIR)
    seat(made, cast.mette, A)
    seat(made, cast.frederik, B, Function.VICE_CHAIR)
    seat(made, cast.trine, B)
    seat(made, cast.bo, B)
    seat(made, cast.emma, None, Function.SECRETARY)
    for name in ("otto", "mette", "frederik", "trine", "bo", "emma"):
        with_standing(getattr(cast, name))
    return made


def newcomer(name: str, role: Role = Role.REPRESENTATIVE) -> User:
    """Somebody who is not of the cast."""
    local = name.split()[0].lower().replace("å", "aa").replace("ø", "oe")
    return add_user(email=f"{local}@lilleby.example", name=name, role=role, by=None)


def opened(cast: Cast, committee: Committee | None = None, **more: Any) -> Sounding:
    """A round in the board, or in another committee, for a week."""
    made = {"closes_on": today() + timedelta(days=7), "by": cast.otto} | more
    return open_sounding(committee or board(cast), **made)


def goal_of(cast: Cast, title: str = "Grøfter") -> Goal:
    """A goal of Vej og Park that everybody can see, since it is in hearing."""
    goal = add_goal(title=title, unit_id=cast.roads.id, owner_id=cast.otto.id, by=cast.otto)
    send_to_hearing(goal, by=cast.otto)
    return goal


def run_out(sounding: Sounding, by: User | None = None) -> None:
    """Close a round on the day after its last one, however few have taken part."""
    with clock.at(clock.now() + (sounding.closes_on - today()) + timedelta(days=1)):
        close_sounding(sounding, by=by)


def votes(sounding: Sounding, *people: User, focus: int | None = 1, **places: int | None) -> None:
    for user in people:
        cast_ballot(sounding, by=user, places={"focus": focus} | places)


def closed(cast: Cast, **more: Any) -> Sounding:
    """A round in which three took part, and whose last day was yesterday: all placed Focus, one Level."""
    committee = more.pop("committee", None) or board(cast)
    with clock.at(clock.now() - timedelta(days=1)):
        sounding = opened(cast, committee, **{"closes_on": today()} | more)
        votes(sounding, cast.otto, focus=-2)
        votes(sounding, cast.trine, focus=1)
        votes(sounding, cast.bo, focus=2, level=0)
    close_sounding(sounding, by=cast.otto)
    return sounding
