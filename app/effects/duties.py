"""What waits because of unintended effects: an answer by the owner."""

from __future__ import annotations

from datetime import date

from app.core.duties import Duty, Words
from app.core.languages import lazy
from app.core.settings import setting
from app.core.waiting import day_of, owed_by
from app.effects import queries
from app.effects.models import Effect
from app.effects.policy import may_answer_effect
from app.goals.notices import people_of
from app.organisation.queries import nearest_leaders
from app.organisation.viewers import open_accounts
from app.people.models import User

MOST = 50  # rows of one kind on one person's desk

WORDS = {
    "effect.owed": Words(
        lazy("%(name)s has reported an unintended effect and waits for your answer."), lazy("Answer"), "flag"
    )
}


def owed(user: User | None, _today: date) -> list[Duty]:
    """The answers to reported effects that a person, or everybody, owes."""
    effects = queries.unanswered(user, most=None if user is None else 2 * MOST)
    owing = {effect.id: _owing(effect) for effect in effects}
    keys = {key for found in owing.values() for key in found}
    people = {one.id: one for one in ([user] if user is not None else open_accounts(keys))}
    limit = setting("answer_days") if effects else 0
    found = [
        _owes(effect, people[key], limit)
        for effect in effects
        for key in sorted(owing[effect.id] & people.keys())
        if may_answer_effect(people[key], effect)
    ]
    return found if user is None else found[:MOST]


def _owing(effect: Effect) -> set[int]:
    """The owner; where there is none, or the owner reported it, those who lead the unit, or else the nearest above it.
    Never who reported it."""
    owner = effect.goal.owner_id
    if owner is not None and owner != effect.reported_by_id:
        return {owner}
    reporter = {effect.reported_by_id}
    return (people_of(effect.goal) - reporter) or nearest_leaders(effect.goal.unit, besides=reporter)


def _owes(effect: Effect, person: User, limit: int) -> Duty:
    goal = effect.goal
    return Duty(
        person.id, "effect.owed", ("effect", effect.id), ("goal", goal.id), str(goal), "effects.answer",
        {"goal_id": goal.id, "effect_id": effect.id}, due_on=owed_by(effect.reported_at, limit),
        since=day_of(effect.reported_at), data={"name": effect.reported_by.name},
    )  # fmt: skip


SOURCES = (owed,)
