"""What the four tracks of a goal show: each reader's newest places, and where the goal is wished to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.balances.drift import OWN
from app.balances.labels import NAMES, POLES
from app.balances.models import BALANCES, Reader, Reading
from app.balances.scale import beginning, read_aloud

MARKS = {Reader.OWNER: "owner", Reader.MANAGEMENT: "a", Reader.EMPLOYEES: "b", Reader.AGREED: "agreed"}


@dataclass(frozen=True)
class Track:
    """One balance as it is drawn: the words at its ends, the marks by name, the sentence, and the reason given."""

    balance: str
    name: Any
    left: str
    right: str
    marks: dict[str, int | None]
    spoken: str
    reason: str


def newest_by_reader(readings: Sequence[Reading]) -> dict[Reader, Reading]:
    """The newest reading of each reader, from readings newest first.

    An owner's reading from before the committee agreed is no longer where the goal stands."""
    found: dict[Reader, Reading] = {}
    for reading in readings:
        settled = reading.reader in OWN and OWN & found.keys()
        if not settled:
            found.setdefault(reading.reader, reading)
    return found


def tracks(readings: Sequence[Reading]) -> list[Track]:
    """The four tracks of a goal, from its readings newest first."""
    shown = newest_by_reader(readings)
    wishing = next((one for one in readings if one.reader in OWN), None)
    return [_track(balance, shown, wishing) for balance in BALANCES]


def _track(balance: str, shown: dict[Reader, Reading], wishing: Reading | None) -> Track:
    marks = {MARKS[reader]: reading.place(balance) for reader, reading in shown.items()}
    marks["wish"] = wishing.wish(balance) if wishing else None
    left, right = (beginning(str(pole)) for pole in POLES[balance])
    reason = wishing.reason(balance) if wishing else ""
    return Track(balance, NAMES[balance], left, right, marks, read_aloud(balance, marks), reason)


def marks_in_use(found: Sequence[Track]) -> list[str]:
    """Which marks stand on any of the tracks, in the order of the legend."""
    return [
        mark
        for mark in ("a", "b", "agreed", "owner", "wish")
        if any(track.marks.get(mark) is not None for track in found)
    ]
