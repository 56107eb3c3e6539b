"""Which committees are nearest to a unit: pure, from the areas of all open ones."""

from __future__ import annotations

from collections.abc import Iterable

from app.organisation.models import Unit


def nearest_of(unit: Unit, areas: Iterable[tuple[int, str]]) -> set[int]:
    """The committees whose area lies nearest to the unit, from (committee, path of a unit that it covers)."""
    over = [(len(path), committee_id) for committee_id, path in areas if unit.lies_under(path)]
    nearest = max((length for length, _committee_id in over), default=0)
    return {committee_id for length, committee_id in over if length == nearest}
