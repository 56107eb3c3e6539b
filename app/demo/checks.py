"""What the demo's people set aside in the service check, and the score of every month."""

from __future__ import annotations

from datetime import date

from app.checks.models import SetAside
from app.checks.operations import keep_scores, set_aside, take_back
from app.checks.rules import BY_CODE
from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.goals.reviews import months_later

MONTHS = 10  # since the goals of the demo are in force


def plan(found: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put on the timeline that a finding is set aside, and that it is taken back where it was."""
    made: list[SetAside] = []
    timeline.on(found["on"], lambda: made.append(_set_aside(found, goals)))
    if "taken_back" in found:
        timeline.on(found["taken_back"], lambda: take_back(made[0], by=goals.person(found["by"])))


def _set_aside(found: Plain, goals: Goals) -> SetAside:
    return set_aside(
        goals.made[found["goal"]], rule=BY_CODE[found["code"]], reason=found["reason"], until=found["until"],
        by=goals.person(found["by"]),
    )  # fmt: skip


def plan_scores(timeline: Timeline, today: date) -> None:
    """Keep the score once a month since then."""
    for months in range(MONTHS, 0, -1):
        timeline.on(months_later(today, -months), keep_scores)
