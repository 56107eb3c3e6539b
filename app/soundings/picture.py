"""What a closed round shows, balance by balance: the dots, the marks, and the same in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.balances.labels import NAMES, POLES, STOPS
from app.balances.models import BALANCES
from app.balances.poles import Pole, pole_near
from app.balances.scale import FAR, LEFT, PLACES, RIGHT, beginning, stop
from app.core.formats import number
from app.core.languages import gettext as _
from app.core.languages import ngettext
from app.organisation.labels import SIDES
from app.organisation.models import Side
from app.soundings.tally import Median, Spread, Tally


@dataclass(frozen=True)
class Mark:
    """A line under the dots: whose middle answer, from where to where, in words; `sign` is the mark's name."""

    sign: str
    whose: str
    median: Median
    words: str


@dataclass(frozen=True)
class Row:
    """One balance. Without a spread too few placed it, and nothing of it is shown."""

    balance: str
    name: Any
    spread: Spread | None
    stops: list[tuple[int, str, int]]
    left: str
    right: str
    spoken: str
    sentences: list[str]
    marks: list[Mark]
    pole: Pole | None
    is_far: bool

    beginning = staticmethod(beginning)


def rows(found: Tally) -> list[Row]:
    return [_row(balance, found[balance]) for balance in BALANCES]


def _row(balance: str, spread: Spread | None) -> Row:
    left, right = (beginning(str(pole)) for pole in POLES[balance])
    if spread is None:
        return Row(balance, NAMES[balance], None, [], left, right, "", [], [], None, False)
    stops = [
        (place, beginning(str(STOPS[balance][place])), count)
        for place, count in zip(PLACES, spread.counts, strict=True)
    ]
    return Row(
        balance, NAMES[balance], spread, stops, left, right, _spoken(balance, spread), _sentences(spread),
        _marks(balance, spread), pole_near(balance, _towards(spread.median)),
        spread.apart is not None and spread.apart >= FAR,
    )  # fmt: skip


def _towards(found: Median) -> int:
    """LEFT, RIGHT, or 0 for the middle."""
    return 0 if found.middle == 0 else LEFT if found.middle < 0 else RIGHT


def in_words(balance: str, found: Median) -> str:
    """A middle answer, to stand inside a sentence."""
    if found.low == found.high:
        return stop(balance, found.low)
    return _("between “%(low)s” and “%(high)s”", low=stop(balance, found.low), high=stop(balance, found.high))


def _spoken(balance: str, spread: Spread) -> str:
    """Everything that the dots show: '2 right at activity, 3 in between.'"""
    counts = zip(PLACES, spread.counts, strict=True)
    said = ", ".join(f"{count} {stop(balance, place)}" for place, count in counts if count)
    return f"{said}."


def _sentences(spread: Spread) -> list[str]:
    left_out = ngettext("%(num)d left it out.", "%(num)d left it out.", spread.left_out)
    return [*([left_out] if spread.left_out else []), *_apart(spread)]


def _apart(spread: Spread) -> list[str]:
    if spread.apart is None:
        return []
    if spread.apart == 0:
        return [_("The two sides have their middle answer at the same place.")]
    steps = ngettext("%(steps)s step", "%(steps)s steps", 1 if spread.apart <= 1 else 2, steps=number(spread.apart))
    return [_("The middle answers of the two sides lie %(steps)s apart.", steps=steps)]


def _marks(balance: str, spread: Spread) -> list[Mark]:
    whose = (
        ("owner", _("Everybody"), spread.median),
        ("a", str(SIDES[Side.MANAGEMENT]), spread.management),
        ("b", str(SIDES[Side.EMPLOYEES]), spread.employees),
    )
    return [Mark(sign, name, found, in_words(balance, found)) for sign, name, found in whose if found is not None]


def shows_sides(found: Tally) -> bool:
    """Whether the two sides are held against each other on any balance."""
    return any(spread is not None and spread.apart is not None for spread in found.values())
