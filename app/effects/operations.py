"""The verbs on unintended effects."""

from __future__ import annotations

from app.core.clock import now
from app.core.db import session
from app.core.operation import check_version, operation, record
from app.effects.models import Effect
from app.effects.notices import tell_reporter, tell_responsible
from app.effects.policy import may_revise_answer
from app.goals.models import Goal
from app.organisation.sides import side_of
from app.people.models import User


class AlreadyAnswered(ValueError):
    """Somebody else has answered, or the person themselves more than a quarter of an hour ago."""


@operation("effect.reported")
def report_effect(goal: Goal, *, by: User, words: str) -> Effect:
    """Say what the goal does that nobody wanted."""
    effect = Effect(goal=goal, words=words, reported_by=by, reported_at=now(), side=side_of(by, goal.unit))
    session().add(effect)
    record("effect.reported", effect, by=by, about=goal)
    tell_responsible(effect, by=by)
    return effect


@operation("effect.answered")
def answer_effect(effect: Effect, *, by: User, answer: str, version: int | None = None) -> None:
    """Answer a reported effect, or put other words into one's own answer. AlreadyAnswered when it is another's or a
    while ago, Stale when somebody answers in the same moment."""
    if effect.answered_at is not None and not may_revise_answer(by, effect):
        raise AlreadyAnswered(effect.id)
    check_version(effect, version)
    if answer == effect.answer:
        return
    effect.answer, effect.answered_by, effect.answered_at = answer, by, effect.answered_at or now()
    record("effect.answered", effect, by=by, about=effect.goal)
    tell_reporter(effect, by=by)
