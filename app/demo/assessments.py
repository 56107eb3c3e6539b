"""The demo's assessments: begun, filled in and finished by named people of both sides; a later one takes up every line
of the one before it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.goals.models import Aspect, Goal
from app.organisation.models import Side
from app.risks.content import Content, Said
from app.risks.lines import Gone, Line, Place
from app.risks.models import Certainty, Factor, Prevention
from app.risks.operations import finish_assessment, revise_assessment, start_assessment
from app.risks.queries import strains_of


def plan(found: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put an assessment on the timeline, once for each day on which the same people assessed the goal."""
    for day in found["on"]:
        timeline.on(day, _assessing(found, goals, day))


def last_finished(assessments: list[Plain], goal: str) -> date | None:
    """The day of a goal's newest finished assessment in the seeds."""
    days = [
        day for found in assessments if found["goal"] == goal and found.get("finished", True) for day in found["on"]
    ]
    return max(days, default=None)


def _assessing(found: Plain, goals: Goals, day: date) -> Callable[[], None]:
    def assess() -> None:
        by = goals.person(found["by"])
        assessment = start_assessment(goals.made[found["goal"]], by=by)
        revise_assessment(assessment, content=_content(found, goals, day), by=by)
        if found.get("finished", True):
            finish_assessment(assessment, by=by)

    return assess


def _content(found: Plain, goals: Goals, day: date) -> Content:
    goal, is_first, said = goals.made[found["goal"]], day == min(found["on"]), found.get("strains", ())
    sides = [(key, side) for side in Side for key in found[side.value]]
    return Content(
        assessed_on=day,
        gains=_gains(found),
        lines=tuple(_line(strain, is_first=is_first) for strain in said if _counts(strain, is_first=is_first)),
        gone=() if is_first else tuple(_gone(strain, goal) for strain in said if "gone" in strain),
        factors=tuple(Factor(factor) for factor in found.get("factors", ())),
        extent=found.get("extent", ""),
        nature=found.get("nature", ""),
        measures={Prevention(area): words for area, words in found.get("measures", {}).items()},
        participants={goals.person(key).id: side for key, side in sides},
        certainty=Certainty(found["certainty"]) if "certainty" in found else None,
        no_influence_reason=found.get("no_influence_reason", ""),
    )


def _gains(found: Plain) -> dict[Aspect, Said]:
    """What is said of each aspect. A finished assessment answers all six: what it leaves out gives nothing."""
    said = {Aspect(aspect): Said(size, words) for aspect, (size, words) in found.get("gains", {}).items()}
    answers_all = found.get("finished", True) and "no_influence_reason" not in found
    return {aspect: Said(0) for aspect in Aspect if answers_all} | said


def _counts(strain: Plain, *, is_first: bool) -> bool:
    """Whether the strain wore on anybody then: one that is gone did the first time, one that is new only later."""
    return not strain.get("new") if is_first else "gone" not in strain


def _line(strain: Plain, *, is_first: bool) -> Line:
    """A line as it stood on the first day or on the later one. What is said of it only once stays as it was."""
    return Line(
        aspect=Aspect(strain["aspect"]), title=strain["title"],
        today=_place(strain["then" if is_first and "then" in strain else "now"]),
        before=_place(strain["before"]) if "before" in strain else None,
        expected=_place(strain["expected"]) if "expected" in strain else None, words=strain.get("words", ""),
        confirmed=not is_first, reason="" if is_first else strain.get("reason", ""),
    )  # fmt: skip


def _gone(strain: Plain, goal: Goal) -> Gone:
    known = next(one for one in strains_of(goal) if one.title == strain["title"])
    return Gone(known.id, strain["gone"], known.aspect, known.title)


def _place(steps: list[int]) -> Place:
    probability, consequence = steps
    return probability, consequence
