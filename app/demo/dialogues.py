"""The demo's dialogues, and what its safety organisation has decided about the guide."""

from __future__ import annotations

from collections.abc import Iterable

from app.agenda.operations import take_up
from app.core.clock import today
from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.dialogue.guide import Question
from app.dialogue.models import Audience, DialogueSession, Theme
from app.dialogue.operations import (
    add_question,
    answer_question,
    build_on,
    decide_move,
    end_session,
    revise_question,
    start_session,
)
from app.dialogue.queries import find_question, soundings_for
from app.meetings.models import ItemKind
from app.meetings.queries import next_planned
from app.people.models import User


def plan(found: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put a dialogue on the timeline: all of it happens on its day, and it comes onto an agenda later."""
    made: list[DialogueSession] = []
    timeline.on(found["on"], lambda: made.append(_hold(found, goals)))
    if "taken_up" in found:
        timeline.on(found["taken_up"], lambda: _take_up(made[0], goals.person(found["by"])))


def plan_question(found: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put a decision about one question of the guide on the timeline."""
    timeline.on(found["on"], lambda: _decide(found, goals.person(found["by"])))


def asked(keys: Iterable[str], by: User) -> list[Question]:
    """The questions of those keys."""
    return [one for key in keys if (one := find_question(by, key=key)) is not None]


def _hold(found: Plain, goals: Goals) -> DialogueSession:
    by = goals.person(found["by"])
    one = start_session(
        goals.ground.committees[found["committee"]], by=by, held_on=found["on"],
        goal=goals.made.get(found.get("goal", "")), questions=asked(found["questions"], by),
    )  # fmt: skip
    if found.get("sounded"):
        build_on(one, soundings_for(one)[0], by=by)
    for question in one.questions:
        answer_question(question, by=by, answer=found["answers"].get(question.key, ""))
    for move in found.get("moves", ()):
        decide_move(
            one, by=by, title=move["title"], responsible_id=goals.person(move["person"]).id, due_on=move["due"],
            unit_id=goals.ground.units[move["unit"]].id,
        )  # fmt: skip
    if "ended" in found:
        end_session(one, by=by, summary=found["summary"])
    return one


def _take_up(one: DialogueSession, by: User) -> None:
    meeting = next_planned(one.committee_id, today())
    if meeting is not None:
        take_up(one, meeting, by=by, kind=ItemKind.DISCUSSION)


def _decide(found: Plain, by: User) -> None:
    said = {"audience": Audience(found["audience"]), "da": found["da"], "en": found["en"], "by": by}
    question = find_question(by, key=found["key"]) if "key" in found else None
    if question is None:
        add_question(theme=Theme(found["theme"]), **said)
    else:
        revise_question(question, theme=question.theme, **said)
