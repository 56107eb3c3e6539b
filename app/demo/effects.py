"""What the demo's goals do that nobody wanted, as people reported it, and what was answered."""

from __future__ import annotations

from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.effects.models import Effect
from app.effects.operations import answer_effect, report_effect
from app.organisation.viewers import with_standing


def plan(reported: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put a report, and its answer where there is one, on the timeline."""
    made: list[Effect] = []
    goal, by = reported["goal"], goals.person(reported["by"])
    words = reported["text"]
    timeline.on(reported["on"], lambda: made.append(report_effect(goals.made[goal], by=with_standing(by), words=words)))
    if "answer" in reported:
        answering, answer = goals.person(reported["answered_by"]), reported["answer"]
        timeline.on(
            reported["answered_on"],
            lambda: answer_effect(made[0], by=with_standing(answering), answer=answer),
        )
