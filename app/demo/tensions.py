"""Which of the demo's goals pull against each other, as people marked them, and how it was solved."""

from __future__ import annotations

from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.load.models import Tension
from app.load.operations import end_tension, mark_tension
from app.organisation.viewers import with_standing


def plan(told: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put a pair, and its end where there is one, on the timeline."""
    made: list[Tension] = []
    by = goals.person(told["by"])

    def mark() -> None:
        one, other = (goals.made[key] for key in told["goals"])
        made.append(mark_tension(one, other, by=with_standing(by), words=told["text"]))

    timeline.on(told["on"], mark)
    if "ended_on" in told:
        ending = goals.person(told["ended_by"])
        timeline.on(told["ended_on"], lambda: end_tension(made[0], by=with_standing(ending), words=told["ended_words"]))
