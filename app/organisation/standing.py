"""Where a person stands in the organisation: pure facts, so that policies can be asked without asking the database."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.organisation.models import Function, Mandate, Side, Unit


def audience_key(committee_id: int, side: Side | None = None) -> str:
    """The key of a committee, or of one side of it, as events and comments name who may read them."""
    return f"committee:{committee_id}" if side is None else f"committee:{committee_id}:{side.value}"


KEEPING = frozenset({Function.CHAIR, Function.VICE_CHAIR, Function.SECRETARY})


@dataclass(frozen=True)
class SeatFact:
    """One seat that a person holds today, and the paths of the units that its committee covers."""

    committee_id: int
    committee_name: str
    side: Side | None
    mandate: Mandate
    function: Function
    area_paths: tuple[str, ...]

    def covers(self, unit: Unit) -> bool:
        return any(unit.lies_under(path) for path in self.area_paths)


@dataclass(frozen=True)
class Standing:
    """What a person leads, where they sit, where they work. Only managers and the safety organisation lead anything."""

    led_paths: tuple[str, ...] = ()
    seats: tuple[SeatFact, ...] = ()
    unit_id: int | None = None
    audiences: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        keys = {audience_key(seat.committee_id) for seat in self.seats}
        keys |= {audience_key(seat.committee_id, seat.side) for seat in self.seats if seat.side is not None}
        object.__setattr__(self, "audiences", frozenset(keys))

    def leads(self, unit: Unit) -> bool:
        """Whether the person manages that unit or one above it."""
        return any(unit.lies_under(path) for path in self.led_paths)

    @property
    def leads_all(self) -> bool:
        """Whether the person manages the organisation itself: a path of one id, such as "/1/"."""
        return any(path.count("/") == 2 for path in self.led_paths)

    def sits_over(self, unit: Unit) -> bool:
        """Whether the person sits in a committee that covers the unit."""
        return any(seat.covers(unit) for seat in self.seats)

    def sides_over(self, unit: Unit) -> set[Side]:
        return {seat.side for seat in self.seats if seat.side is not None and seat.covers(unit)}

    def side_in(self, committee_id: int) -> Side | None:
        return next(
            (seat.side for seat in self.seats if seat.committee_id == committee_id and seat.side is not None), None
        )

    def keeps(self, committee_id: int | None) -> bool:
        """Whether the person is chair, vice chair or secretary of the committee."""
        return any(seat.committee_id == committee_id and seat.function in KEEPING for seat in self.seats)

    def seats_over(self, unit: Unit) -> list[SeatFact]:
        return [seat for seat in self.seats if seat.covers(unit)]


class UnknownStanding(RuntimeError):
    """A person was asked about who was not fetched as a viewer."""


def standing_of(user: Any) -> Standing:
    """The standing that was attached to a person when they were fetched as a viewer."""
    try:
        return user.__dict__["standing"]  # type: ignore[no-any-return]
    except KeyError:
        raise UnknownStanding("Fetch the person with organisation.viewers.") from None


def attach(user: Any, standing: Standing) -> Any:
    user.__dict__["standing"] = standing
    return user
