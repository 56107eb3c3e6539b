"""The verbs on the guide and on dialogue sessions. What is shipped is never written to: a decision about it is a row
under its key."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import uuid4

from app.actions.models import Action
from app.actions.operations import add_action
from app.core.clock import today
from app.core.db import lock, session
from app.core.operation import Stale, check_version, operation, record, touch
from app.dialogue.guide import Question, kept
from app.dialogue.models import Audience, DialogueSession, GuideQuestion, SessionQuestion, Theme
from app.dialogue.queries import own_count, row_of
from app.goals.models import Goal
from app.organisation.models import Committee
from app.organisation.standing import audience_key
from app.people.models import User
from app.soundings.models import Sounding

MOST_OWN = 200  # questions of the organisation's own
MOST_CHOSEN = 20  # for one session or item: more nobody gets round


class TooMany(ValueError):
    """There is no room for more questions."""


class Ended(ValueError):
    """The dialogue is ended; it must be taken up again first."""


@operation("dialogue_question.added")
def add_question(*, theme: Theme, audience: Audience, da: str, en: str, by: User) -> GuideQuestion:
    """Add a question of the organisation's own. TooMany when there is no room for it."""
    lock("guide")
    if own_count() >= MOST_OWN:
        raise TooMany
    row = GuideQuestion(
        key=f"own.{uuid4()}", is_own=True, theme=theme, audience=audience, da=da, en=en, created_by_id=by.id
    )
    session().add(row)
    record("dialogue_question.added", row, by=by, also={"da": ("", da), "en": ("", en)})
    return row


@operation("dialogue_question.revised")
def revise_question(
    question: Question, *, theme: Theme, audience: Audience, da: str, en: str, by: User, version: int | None = None
) -> None:  # fmt: skip
    """Say a question in the organisation's own words, or for whom it is meant. A shipped one keeps its theme."""
    row = _row(question, by=by, version=version)
    row.audience, row.da, row.en = audience, da, en
    one = question.shipped
    if one is None:
        row.theme = theme
    elif (da, en) == (one.da, one.en):
        row.da = row.en = ""  # then it goes on following what is shipped
    record("dialogue_question.revised", row, by=by, also={"da": (question.da, da), "en": (question.en, en)})


@operation("dialogue_question.hidden")
def hide_question(question: Question, *, by: User) -> None:
    """Put a question aside: it can no longer be chosen. Where it was chosen it stays."""
    row = _row(question, by=by)
    if row.hidden_on is None:
        row.hidden_on = today()
        record("dialogue_question.hidden", row, by=by)


@operation("dialogue_question.brought_back")
def bring_back_question(question: Question, *, by: User) -> None:
    """Take a question that was put aside back into use."""
    if not question.is_hidden:
        return
    row = _row(question, by=by)
    row.hidden_on = None
    record("dialogue_question.brought_back", row, by=by)


@operation("dialogue_question.restored")
def restore_question(question: Question, *, by: User, version: int | None = None) -> None:
    """Let a shipped question say what is shipped again, and from now on what will be."""
    one = question.shipped
    if one is None or not question.is_reworded:
        return
    row = _row(question, by=by, version=version)
    row.da, row.en, row.audience = "", "", one.audience
    words = {"da": (question.da, one.da), "en": (question.en, one.en)}
    record("dialogue_question.restored", row, by=by, also=words)


def _row(question: Question, *, by: User, version: int | None = None) -> GuideQuestion:
    """The row of what was decided about the question, made where there is none. Stale when somebody was faster."""
    lock("guide")
    row = row_of(question)
    if version is not None and version != (row.version if row is not None else 0):
        raise Stale(row)
    if row is None:
        row = GuideQuestion(
            key=question.key, theme=question.theme, audience=question.audience, created_by_id=by.id, is_own=False
        )
        session().add(row)
        session().flush()  # so that the history tells what is decided now, not what was shipped
    return row


@operation("dialogue.started")
def start_session(
    committee: Committee, *, by: User, held_on: date, goal: Goal | None = None, sounding: Sounding | None = None,
    questions: Iterable[Question] = (),
) -> DialogueSession:  # fmt: skip
    """Begin a dialogue on a goal, or on how the committee's whole area measures."""
    one = DialogueSession(
        committee=committee, goal=goal, held_on=held_on, sounding=sounding, created_by_id=by.id,
        questions=[_asked(question, place) for place, question in enumerate(questions)],
    )  # fmt: skip
    session().add(one)
    _record("dialogue.started", one, by)
    return one


def _asked(question: Question, place: int) -> SessionQuestion:
    return SessionQuestion(key=question.key, da=question.da, en=question.en, place=place)


def _record(code: str, one: DialogueSession, by: User, **more: Any) -> None:
    """A dialogue is its committee's own, wherever it shows."""
    record(code, one, by=by, audience=audience_key(one.committee.id), **more)


def _goes_on(one: DialogueSession) -> None:
    if one.is_ended:
        raise Ended(one)


@operation("dialogue.sounded")
def build_on(one: DialogueSession, sounding: Sounding | None, *, by: User, version: int | None = None) -> bool:
    """Say which of the committee's soundings on the same shows where people stand; whether that changed anything."""
    check_version(one, version)
    _goes_on(one)
    if one.sounding_id == (sounding.id if sounding is not None else None):
        return False
    one.sounding = sounding
    _record("dialogue.sounded", one, by)
    return True


@operation("dialogue.asked")
def choose_questions(
    one: DialogueSession, questions: Iterable[Question], *, by: User, seen: Collection[str] | None = None
) -> bool:  # fmt: skip
    """Choose the questions, in their order; whether that changed anything. What is answered is kept: such a question
    stays although it is not chosen any more. So does what somebody else has chosen meanwhile, where `seen` are the keys
    of those that were chosen before. TooMany for more than anybody gets round."""
    _goes_on(one)
    wanted = {question.key: question for question in questions}
    before = [asked.key for asked in one.questions]
    now = {asked.key: asked for asked in one.questions}
    keys = [*wanted, *kept(one.questions, wanted, seen)]
    if len(keys) > MOST_CHOSEN:
        raise TooMany(one)
    if keys == before:
        return False
    one.questions = [now[key] if key in now else _asked(wanted[key], 0) for key in keys]
    for place, asked in enumerate(one.questions):
        asked.place = place
    _record("dialogue.asked", one, by, count=len(keys))
    touch(one)
    return True


@operation("dialogue.answered")
def answer_question(asked: SessionQuestion, *, by: User, answer: str, version: int | None = None) -> bool:
    """Write down what was answered; whether that changed anything. Stale where somebody else has written meanwhile,
    unless it says the same."""
    _goes_on(asked.session)
    if asked.answer == answer:
        return False
    check_version(asked, version)
    before, asked.answer = asked.answer, answer
    _record("dialogue.answered", asked.session, by, also={"answer": (before, answer)}, question=str(asked))
    return True


@operation("dialogue.moved", "action.added")
def decide_move(
    one: DialogueSession, *, by: User, title: str, responsible_id: int, due_on: date, unit_id: int
) -> Action:  # fmt: skip
    """Decide to move something, as an action with an owner and a date. The action is for everybody to see."""
    _goes_on(one)
    goals = [one.goal] if one.goal is not None else []
    action = add_action(by=by, goals=goals, title=title, responsible_id=responsible_id, due_on=due_on, unit_id=unit_id)
    session().flush()
    one.actions.append(action)
    _record("dialogue.moved", one, by, title=title)
    touch(one)
    return action


@operation("dialogue.ended")
def end_session(one: DialogueSession, *, by: User, summary: str, version: int | None = None) -> None:
    """End the dialogue with what the committee takes with it."""
    check_version(one, version)
    _goes_on(one)
    one.summary, one.ended_on = summary, today()
    _record("dialogue.ended", one, by)


@operation("dialogue.reopened")
def reopen_session(one: DialogueSession, *, by: User) -> bool:
    """Take an ended dialogue up again; whether it was ended."""
    if not one.is_ended:
        return False
    one.ended_on = None
    _record("dialogue.reopened", one, by)
    return True
