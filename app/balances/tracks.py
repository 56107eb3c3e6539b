"""What the four tracks show: each reader's newest places, how far apart the sides stand, and where one wishes to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.balances.drift import OWN
from app.balances.labels import NAMES, POLES, READERS
from app.balances.models import BALANCES, Reader, Reading
from app.balances.scale import (
    FAR,
    SAID,
    SAID_OF_PRACTICE,
    are_far_apart,
    beginning,
    distance,
    how_far_apart,
    read_aloud,
    stop,
)
from app.core.formats import listed
from app.core.languages import lazy

MARKS = {Reader.OWNER: "owner", Reader.MANAGEMENT: "a", Reader.EMPLOYEES: "b", Reader.AGREED: "agreed"}
SIDES = (Reader.MANAGEMENT, Reader.EMPLOYEES)

# On which balances the sides stand how many steps apart; FAR stands for itself and all that is farther.
APART = {
    0: lazy("The sides read %(names)s alike."),
    1: lazy("The sides are one step apart on %(names)s."),
    FAR: lazy("On %(names)s the sides are two steps or more apart: that is worth talking about."),
}
ONLY = {
    Reader.MANAGEMENT: lazy("Only the management side has read it so far."),
    Reader.EMPLOYEES: lazy("Only the employee side has read it so far."),
}


@dataclass(frozen=True)
class Voice:
    """What one reader says about a balance: its mark, who it is, the place in words, the reason, and since when."""

    mark: str
    who: str
    place: str
    reason: str
    on: date


@dataclass(frozen=True)
class Track:
    """One balance as it is drawn: the words at its ends, the marks by name, the sentence, the reason given, what the
    sides say and beside them where it stands (`own`), and how far apart the sides are."""

    balance: str
    name: Any
    left: str
    right: str
    marks: dict[str, int | None]
    spoken: str
    reason: str
    voices: tuple[Voice, ...] = ()
    own: Voice | None = None
    apart: str = ""
    is_far: bool = False


def committees_in(readings: Sequence[Reading]) -> list[int | None]:
    """The committees in which a side has read, from readings newest first.

    Those where both sides have come first, and among them the one whose agreement stands."""
    sides: dict[int | None, set[Reader]] = {}
    for reading in readings:
        if reading.reader in SIDES:
            sides.setdefault(reading.committee_id, set()).add(reading.reader)
    standing = next((one for one in readings if one.reader in OWN), None)
    agreeing = standing.committee_id if standing else None
    return sorted(sides, key=lambda committee: (-len(sides[committee]), committee != agreeing))


def in_committee(readings: Sequence[Reading], committee_id: int | None) -> list[Reading]:
    """Of these readings the goal's own and those of the sides in one committee: sides are compared within it only."""
    return [one for one in readings if one.reader in OWN or one.committee_id == committee_id]


def newest_by_reader(readings: Sequence[Reading]) -> dict[Reader, Reading]:
    """The newest reading of each reader, from readings newest first; of the sides in the committee that comes first.

    Of the owner's and the agreed one only the newest counts: that is where the goal stands."""
    found: dict[Reader, Reading] = {}
    for reading in in_committee(readings, next(iter(committees_in(readings)), None)):
        settled = reading.reader in OWN and OWN & found.keys()
        if not settled:
            found.setdefault(reading.reader, reading)
    return found


def agreed_before(readings: Sequence[Reading]) -> Reading | None:
    """What the committee had agreed on when the owner placed the goal again; None where the agreement still stands."""
    own = [one for one in readings if one.reader in OWN]
    if not own or own[0].reader is Reader.AGREED:
        return None
    return next((one for one in own if one.reader is Reader.AGREED), None)


def tracks(readings: Sequence[Reading], *, of_practice: bool = False) -> list[Track]:
    """The four tracks of a goal or of a committee's practice, from its readings newest first."""
    shown = newest_by_reader(readings)
    standing = next((one for one in readings if one.reader in OWN), None)
    said = SAID_OF_PRACTICE if of_practice else SAID
    return [_track(balance, shown, standing, said) for balance in BALANCES]


def _track(balance: str, shown: dict[Reader, Reading], standing: Reading | None, said: Mapping[str, Any]) -> Track:
    marks = {MARKS[reader]: reading.place(balance) for reader, reading in shown.items()}
    marks["wish"] = standing.wish(balance) if standing else None
    left, right = (beginning(str(pole)) for pole in POLES[balance])
    reason = standing.reason(balance) if standing else ""
    sides = marks.get("a"), marks.get("b")
    return Track(
        balance, NAMES[balance], left, right, marks, read_aloud(balance, marks, said), reason,
        voices=tuple(_voice(balance, shown[reader]) for reader in SIDES if reader in shown),
        own=_voice(balance, standing) if standing else None,
        apart=how_far_apart(balance, *sides), is_far=are_far_apart(*sides),
    )  # fmt: skip


def _voice(balance: str, reading: Reading) -> Voice:
    place, reader = beginning(stop(balance, reading.place(balance))), reading.reader
    return Voice(MARKS[reader], str(READERS[reader]), place, reading.reason(balance), reading.read_on)


def told_apart(found: Sequence[Track]) -> str:
    """Where the sides read alike and where they don't, in a few sentences; empty where no side has read."""
    only = {one.mark for track in found for one in track.voices}
    if len(only) == 1:
        return next(str(ONLY[reader]) for reader in SIDES if MARKS[reader] in only)
    names: dict[int, list[str]] = {steps: [] for steps in APART}
    for track in found:
        steps = distance(track.marks.get("a"), track.marks.get("b"))
        if steps is not None:
            names[min(steps, FAR)].append(str(track.name))
    return " ".join(str(APART[steps]) % {"names": listed(those)} for steps, those in names.items() if those)


def marks_in_use(found: Sequence[Track]) -> list[str]:
    """Which marks stand on any of the tracks, in the order of the legend."""
    return [
        mark
        for mark in ("a", "b", "agreed", "owner", "wish")
        if any(track.marks.get(mark) is not None for track in found)
    ]
