"""How the demo's committees have read their whole practice from year to year."""

from __future__ import annotations

from app.balances.models import Reader
from app.balances.operations import read_practice
from app.demo.goals import Goals, by_balance
from app.demo.reading import Plain
from app.demo.timeline import Timeline


def plan(said: Plain, goals: Goals, timeline: Timeline) -> None:
    timeline.on(said["on"], lambda: _read(said, goals))


def _read(said: Plain, goals: Goals) -> None:
    read_practice(
        goals.ground.committees[said["committee"]], by=goals.person(said["by"]), reader=Reader(said["reader"]),
        places=by_balance(said["places"]), wishes=by_balance(said["wishes"]) if "wishes" in said else None,
        reasons=said.get("reasons"),
    )  # fmt: skip
