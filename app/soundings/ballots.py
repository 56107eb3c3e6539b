"""A ballot, and how the ballots of a round lie in the urn: in sorted order, each as long as the next.

So the bytes tell nothing of the order in which they came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.balances.models import BALANCES
from app.balances.scale import PLACES
from app.organisation.models import Side

SIDES = {Side.MANAGEMENT: "a", Side.EMPLOYEES: "b"}
SIGNS: dict[int | None, str] = {None: "-", **{place: str(index) for index, place in enumerate(PLACES)}}
LENGTH = 1 + len(BALANCES)


@dataclass(frozen=True)
class Ballot:
    """One side's member's four places, in the order of the balances; None is left out."""

    side: Side
    places: tuple[int | None, ...]

    @classmethod
    def of(cls, side: Side, places: Mapping[str, int | None]) -> Ballot:
        return cls(side, tuple(places.get(balance) for balance in BALANCES))

    @property
    def is_empty(self) -> bool:
        return all(place is None for place in self.places)


def packed(ballots: Iterable[Ballot]) -> bytes:
    """The ballots as the urn holds them."""
    return "".join(sorted(_signs(ballot) for ballot in ballots)).encode()


def _signs(ballot: Ballot) -> str:
    return SIDES[ballot.side] + "".join(SIGNS[place] for place in ballot.places)


def unpacked(content: bytes) -> list[Ballot]:
    text = content.decode()
    return [_ballot(text[start : start + LENGTH]) for start in range(0, len(text), LENGTH)]


def _ballot(signs: str) -> Ballot:
    sides = {sign: side for side, sign in SIDES.items()}
    places = {sign: place for place, sign in SIGNS.items()}
    return Ballot(sides[signs[0]], tuple(places[sign] for sign in signs[1:]))
