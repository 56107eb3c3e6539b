"""The scale of a balance: five places from -2 (right at the left pole) to 2 (right at the right one); None is not read.

No pole is the right one. The rules here treat both sides alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.balances.labels import NAMES, STOPS
from app.balances.models import BALANCES
from app.core.languages import gettext as _
from app.core.languages import lazy, ngettext

PLACES = (-2, -1, 0, 1, 2)
LEFT, RIGHT = -1, 1
FAR = 2  # steps

# How each mark of a track is read aloud, in the order in which they are said.
SAID = {
    "owner": lazy("the owner reads the goal as %(place)s"),
    "a": lazy("the management side reads the goal as %(place)s"),
    "b": lazy("the employee side reads the goal as %(place)s"),
    "agreed": lazy("the committee agrees on %(place)s"),
    "wish": lazy("wished for is %(place)s"),
}

SAID_OF_PRACTICE = {
    "a": lazy("the management side reads the practice as %(place)s"),
    "b": lazy("the employee side reads the practice as %(place)s"),
    "agreed": SAID["agreed"],
    "wish": SAID["wish"],
}


def nearest_pole(place: int | None) -> int | None:
    """LEFT or RIGHT; None in the middle and where nothing was read."""
    if not place:
        return None
    return LEFT if place < 0 else RIGHT


def is_far_out(place: int | None) -> bool:
    """Whether it stands right at one of the poles."""
    return place is not None and abs(place) == max(PLACES)


def distance(one: int | None, other: int | None) -> int | None:
    """Steps from one place to another, 0 to 4; None where either was not read."""
    return None if one is None or other is None else abs(one - other)


def are_far_apart(one: int | None, other: int | None) -> bool:
    """Whether two readings are so different that they are worth talking about: two steps or more."""
    steps = distance(one, other)
    return steps is not None and steps >= FAR


def stop(balance: str, place: int | None) -> str:
    """A place in words, to stand inside a sentence: 'mostly activity', 'not read'."""
    return _("not read") if place is None else str(STOPS[balance][place])


def beginning(words: str) -> str:
    """The same words at the beginning of a sentence or as a label."""
    return words[:1].upper() + words[1:]


def spoken(places: Mapping[str, int | None]) -> str:
    """All four places in one breath: 'Focus mostly activity, Level not read, …'."""
    return ", ".join(f"{NAMES[balance]} {stop(balance, places.get(balance))}" for balance in BALANCES)


def read_aloud(balance: str, marks: Mapping[str, int | None], said: Mapping[str, Any] = SAID) -> str:
    """What a track shows, as a sentence; marks are by name: owner, a, b, agreed, wish."""
    parts = [str(said[mark]) % {"place": stop(balance, marks[mark])} for mark in said if marks.get(mark) is not None]
    return f"{beginning(', '.join(parts))}." if parts else _("Nobody has read this balance yet.")


def how_far_apart(balance: str, one: int | None, other: int | None) -> str:
    """How far the sides stand from each other on a balance, as a sentence; empty where it is none or unknown."""
    steps, name = distance(one, other), str(NAMES[balance])
    if not steps:
        return ""
    return ngettext(
        "The sides are %(num)d step apart on %(name)s.",
        "The sides are %(num)d steps apart on %(name)s.",
        steps,
        name=name,
    )
