"""What the demo's committees were asked and answered, and what was told to whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.hearings.models import Hearing, Outcome, Phase, Position
from app.hearings.operations import (
    add_briefing,
    answer_hearing,
    close_hearing,
    give_notice,
    open_hearing,
    record_answers,
    skip_hearing,
)
from app.organisation.models import Side
from app.organisation.viewers import with_standing


def plan(found: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put a hearing, the answers to it and its closing on the timeline."""
    made: list[Hearing] = []
    timeline.on(found["opened"], lambda: made.append(_open(found, goals)))
    if "recorded_by" in found:
        timeline.on(found[Side.EMPLOYEES.value]["on"], lambda: _record(found, made[0], goals))
    for side in Side:
        if side.value in found and "recorded_by" not in found:
            timeline.on(found[side.value]["on"], _answering(found[side.value], side, made, goals))
    if "closing" in found:
        timeline.on(found["closing"]["on"], lambda: _close(found["closing"], made[0], goals))


def _open(found: Plain, goals: Goals) -> Hearing:
    return open_hearing(
        goals.made[found["goal"]], committee=goals.ground.committees[found["committee"]], deadline=found["deadline"],
        question=found.get("question", ""), by=goals.person(found["by"]),
    )  # fmt: skip


def _answering(said: Plain, side: Side, made: list[Hearing], goals: Goals) -> Callable[[], object]:
    return lambda: answer_hearing(
        made[0], side=side, position=Position(said["position"]), words=said["words"], by=goals.person(said["by"])
    )


def _record(found: Plain, hearing: Hearing, goals: Goals) -> None:
    said = {side: (Position(found[side.value]["position"]), found[side.value]["words"]) for side in Side}
    by = with_standing(goals.person(found["recorded_by"]))
    record_answers(hearing, said=said, meeting_on=found[Side.EMPLOYEES.value]["on"], by=by)


def plan_skipped(found: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put the reason why nobody was heard on the timeline."""
    committee = goals.ground.committees[found["committee"]]
    timeline.on(
        found["on"],
        lambda: skip_hearing(
            goals.made[found["goal"]], reason=found["reason"], committee=committee, by=goals.person(found["by"])
        ),
    )


def _close(closing: Plain, hearing: Hearing, goals: Goals) -> None:
    close_hearing(
        hearing, outcome=Outcome(closing["outcome"]), words=closing["words"], silence=closing.get("silence", ""),
        by=goals.person(closing["by"]),
    )  # fmt: skip


def plan_briefing(found: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put a briefing on the timeline, on the last of its days."""
    committee = goals.ground.committees[found["committee"]]
    said = {"told": found["told"], "phase": Phase(found["phase"]), "group_how": found.get("group_how", "")}
    days = {name: found.get(name) for name in ("committee_on", "group_on")}
    last = max(day for day in days.values() if day)
    timeline.on(
        last,
        lambda: add_briefing(
            goals.made[found["goal"]], by=goals.person(found["by"]), committee_id=committee.id, **said, **days
        ),
    )


def plan_notice(found: Plain, goals: Goals, timeline: Timeline, *, given_on: date, starts_on: date) -> None:
    """Put the notice of a control measure on the timeline; its days stand with the goal."""
    said = {name: words for name, words in found.items() if name not in {"goal", "by"}}
    timeline.on(
        given_on,
        lambda: give_notice(
            goals.made[found["goal"]], by=goals.person(found["by"]), given_on=given_on, starts_on=starts_on, **said
        ),
    )
