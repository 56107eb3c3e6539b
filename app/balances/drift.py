"""How a goal has moved on its balances from one dated reading to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.balances.labels import ENDS, NAMES
from app.balances.models import BALANCES, Reader
from app.core.languages import gettext as _
from app.core.languages import ngettext


class Placed(Protocol):
    """A dated reading of the four balances."""

    reader: Reader
    committee_id: int | None

    def place(self, balance: str) -> int | None: ...


R = TypeVar("R", bound=Placed)

# Whose reading is the goal's own: that of its owner, and after it what the committee agreed on.
OWN = frozenset({Reader.OWNER, Reader.AGREED})


@dataclass(frozen=True)
class Move:
    """That a goal stands elsewhere on one balance than it did before; None is not read."""

    balance: str
    before: int | None
    after: int | None

    @property
    def steps(self) -> int:
        """Steps to the right, negative to the left; 0 where either end was not read."""
        return 0 if self.before is None or self.after is None else self.after - self.before


def moves(earlier: Placed, later: Placed) -> list[Move]:
    """Where two readings differ, balance by balance."""
    pairs = [(balance, earlier.place(balance), later.place(balance)) for balance in BALANCES]
    return [Move(balance, before, after) for balance, before, after in pairs if before != after]


def follows_on(earlier: Placed, later: Placed) -> bool:
    """Whether two readings can be held against each other: one side's in one committee, or two of the goal's own.

    A side's reading says how that side sees the goal, so it tells nothing of how the owner's reading moved, nor of how
    the same side in another committee sees it.
    """
    if later.reader in OWN:
        return earlier.reader in OWN
    return (earlier.reader, earlier.committee_id) == (later.reader, later.committee_id)


def drift(readings: Sequence[R]) -> list[tuple[R, R | None, list[Move]]]:
    """Each reading, newest first, with the one that it follows on (None for a first one) and what moved since."""
    found = []
    for index, later in enumerate(readings):
        earlier = next((one for one in readings[index + 1 :] if follows_on(one, later)), None)
        found.append((later, earlier, moves(earlier, later) if earlier is not None else []))
    return found


def told(move: Move) -> str:
    """A move as a sentence: 'Focus moved 3 steps towards value creation.'"""
    name = str(NAMES[move.balance])
    if move.before is None:
        return _("%(name)s was read for the first time.", name=name)
    if move.after is None:
        return _("%(name)s is no longer placed.", name=name)
    pole = str(ENDS[move.balance][1 if move.steps > 0 else 0])
    return ngettext(
        "%(name)s moved %(num)d step towards %(pole)s.",
        "%(name)s moved %(num)d steps towards %(pole)s.",
        abs(move.steps), name=name, pole=pole,
    )  # fmt: skip
