"""The order in which the demo's deeds were done, each on its day, so that the history reads as it would have grown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from app.core.clock import COPENHAGEN, at

OPENS = time(8, 15)
BETWEEN = timedelta(minutes=7)


@dataclass
class Timeline:
    """Deeds to be done on given days; those of one day in the order in which they were put in."""

    _deeds: list[tuple[date, int, Callable[[], object]]] = field(default_factory=list)

    def on(self, day: date, do: Callable[[], object]) -> None:
        self._deeds.append((day, len(self._deeds), do))

    def split(self, day: date, later: Timeline) -> None:
        """Hand what is to be done from that day on to another timeline."""
        later._deeds = [deed for deed in self._deeds if deed[0] >= day]
        self._deeds = [deed for deed in self._deeds if deed[0] < day]

    def play(self) -> None:
        """Do everything, the clock standing at the day of each deed."""
        done_on: dict[date, int] = {}
        for day, _order, do in sorted(self._deeds, key=lambda deed: deed[:2]):
            done_on[day] = done_on.get(day, 0) + 1
            with at(moment(day, done_on[day])):
                do()


def moment(day: date, number: int) -> datetime:
    """When the so-manyth deed of a day was done: every few minutes from the opening of the office on."""
    return datetime.combine(day, OPENS, COPENHAGEN) + BETWEEN * (number - 1)
