"""The demo's soundings: opened, answered, closed and talked about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.balances.models import BALANCES
from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.soundings.models import Sounding
from app.soundings.operations import agree_on_sounding, cast_ballot, close_sounding, open_sounding


def plan(found: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put a round on the timeline; the ballots are cast on the day on which it opens."""
    made: list[Sounding] = []
    timeline.on(found["on"], lambda: made.append(_open(found, goals)))
    for person, places in found["ballots"].items():
        timeline.on(found["on"], _casting(made, goals, person, places))
    if "closed" in found:
        timeline.on(found["closed"], lambda: close_sounding(made[0], by=goals.person(found["closed_by"])))
    if "agreed" in found:
        timeline.on(found["agreed"]["on"], lambda: _agree(made[0], goals, found["agreed"]))


def _open(found: Plain, goals: Goals) -> Sounding:
    return open_sounding(
        goals.ground.committees[found["committee"]], goal=goals.made.get(found.get("goal", "")),
        question=found["question"], closes_on=found["last_day"], by=goals.person(found["by"]),
    )  # fmt: skip


def _casting(made: list[Sounding], goals: Goals, person: str, places: list[Any]) -> Callable[[], None]:
    return lambda: cast_ballot(made[0], by=goals.person(person), places=_by_balance(places))


def _by_balance(places: list[Any]) -> dict[str, int | None]:
    return {balance: None if place == "" else place for balance, place in zip(BALANCES, places, strict=True)}


def _agree(sounding: Sounding, goals: Goals, said: Plain) -> None:
    agree_on_sounding(
        sounding, by=goals.person(said["by"]), places=_by_balance(said["places"]), wishes=_by_balance(said["wishes"]),
        reasons=said["reasons"], to_move=said["to_move"],
    )  # fmt: skip
