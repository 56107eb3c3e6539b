"""Dialogues of a committee, and what is typed into the forms about questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.core.clock import today
from app.dialogue.guide import Question
from app.dialogue.models import Audience, DialogueSession, GuideQuestion, Theme
from app.dialogue.operations import add_question, start_session
from app.dialogue.queries import find_question
from app.organisation.models import Committee
from tests.cast import Cast
from tests.soundings.answers import board

KEY = "level.2"


def the_question(cast: Cast, key: str = KEY) -> Question:
    found = find_question(cast.bo, key=key)
    assert found is not None
    return found


def asked(cast: Cast, *keys: str) -> list[Question]:
    return [the_question(cast, key) for key in keys]


def talk(
    cast: Cast, committee: Committee | None = None, *, keys: Iterable[str] = (KEY, "general.3"), **more: Any
) -> DialogueSession:  # fmt: skip
    """A dialogue of the board of Vej og Park (see tests.soundings.answers), or of another committee."""
    said = {"held_on": today(), "by": cast.otto, "questions": asked(cast, *keys)} | more
    return start_session(committee or board(cast), **said)


def own(cast: Cast, **changed: Any) -> GuideQuestion:
    said = {
        "theme": Theme.GENERAL, "audience": Audience.LOCAL, "da": "Hvad ville vi savne mindst?",
        "en": "What would we miss the least?",
    }  # fmt: skip
    return add_question(by=cast.ida, **(said | changed))


def typed(question: Question | None = None, **changed: Any) -> dict[str, Any]:
    """An answer to each field; of a new question where none is given."""
    said: dict[str, Any] = {
        "theme": "general", "audience": "local", "da": "Hvad ville vi savne mindst?",
        "en": "What would we miss the least?",
    }  # fmt: skip
    if question is not None:
        said = {"audience": question.audience.value, "da": question.da, "en": question.en, "version": question.version}
    return said | changed


def at(one: DialogueSession, rest: str = "") -> str:
    return f"/committees/{one.committee_id}/dialogues/{one.id}{f'/{rest}' if rest else ''}"
