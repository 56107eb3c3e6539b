"""From which seats a person reads for a side, or records what a committee agreed on."""

from __future__ import annotations

from app.organisation.models import Unit
from app.organisation.standing import KEEPING, SeatFact, Standing


def seats_with_side(standing: Standing, unit: Unit) -> list[SeatFact]:
    """The seats from which a person reads a goal of that unit for a side: one per committee, the nearest first."""
    return _nearest_first([seat for seat in standing.seats_over(unit) if seat.side is not None], unit)


def seats_that_record(standing: Standing, unit: Unit) -> list[SeatFact]:
    """The seats from which a person records what a committee agreed on, the nearest committee first."""
    return _nearest_first([seat for seat in standing.seats_over(unit) if seat.function in KEEPING], unit)


def records_for(standing: Standing, committee_id: int) -> bool:
    """Whether the person records what that committee agrees on."""
    return standing.keeps(committee_id)


def _nearest_first(seats: list[SeatFact], unit: Unit) -> list[SeatFact]:
    def depth(seat: SeatFact) -> int:
        return max(path.count("/") for path in seat.area_paths if unit.lies_under(path))

    by_committee: dict[int, SeatFact] = {}
    for seat in seats:
        by_committee.setdefault(seat.committee_id, seat)
    return sorted(by_committee.values(), key=depth, reverse=True)
