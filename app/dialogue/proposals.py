"""Which questions are worth asking of a goal, by where it stands and where its readers differ. Pure rules.

Which of a balance's five questions comes first for which pole is our own judgement: a goal right at one end is asked
about what that end tends to cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.balances.models import BALANCES
from app.dialogue.guide import Question

Places = Mapping[str, int | None]

# balance -> the question to ask first at the left end, and at the right one
AT_THE_END = {
    "focus": ("focus.1", "focus.5"),
    "level": ("level.3", "level.5"),
    "process": ("process.4", "process.2"),
    "use": ("use.2", "use.4"),
}
FIRST = {"focus": "focus.2", "level": "level.1", "process": "process.3", "use": "use.1"}
APART = 2  # steps between two readers from which they have something to talk about
ALWAYS = "general.3"
MOST = 5


def proposed(own: Places, readings: Iterable[Places], offered: Iterable[Question]) -> list[Question]:
    """At most five of the questions offered: first of the balances on which the readers stand apart, then of those on
    which the goal stands right at one end, and always what it does to the work environment."""
    by_key = {one.key: one for one in offered}
    keys = [*_apart(readings), *_far_out(own), ALWAYS]
    return [by_key[key] for key in dict.fromkeys(keys) if key in by_key][:MOST]


def _apart(readings: Iterable[Places]) -> list[str]:
    given = list(readings)
    found = []
    for balance in BALANCES:
        placed = [place for one in given if (place := one.get(balance)) is not None]
        if placed and max(placed) - min(placed) >= APART:
            found.append(FIRST[balance])
    return found


def _far_out(own: Places) -> list[str]:
    return [
        AT_THE_END[balance][place > 0]
        for balance in BALANCES
        if (place := own.get(balance)) is not None and abs(place) == 2
    ]
