"""How the workplace assessments of the demo's units were made, as people wrote it."""

from __future__ import annotations

from app.apv.operations import note_process
from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline


def plan(note: Plain, goals: Goals, timeline: Timeline) -> None:
    unit, by = goals.ground.units[note["unit"]], goals.person(note["by"])
    timeline.on(
        note["on"],
        lambda: note_process(unit, absence=note["absence"], participation=note["participation"], by=by),
    )
