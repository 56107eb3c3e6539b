"""Who may report an unintended effect, and who answers."""

from __future__ import annotations

from datetime import timedelta

from app.core.access import rule
from app.core.clock import now
from app.core.languages import lazy
from app.effects.models import Effect
from app.goals.models import Goal
from app.organisation.standing import standing_of
from app.people.models import Role, User

EDITABLE = timedelta(minutes=15)


@rule(lazy("Everyone who can see the goal can report an unintended effect, except administrators."))
def may_report(user: User, _goal: Goal) -> bool:
    return user.role is not Role.ADMINISTRATOR


@rule(
    lazy(
        "Only the owner, those who lead the unit and the safety organisation can answer, "
        "and never the one who reported it."
    )
)
def may_answer_effect(user: User, effect: Effect) -> bool:
    if user.id == effect.reported_by_id or user.role is Role.ADMINISTRATOR:
        return False
    goal = effect.goal
    return user.role is Role.SAFETY or goal.owner_id == user.id or standing_of(user).leads(goal.unit)


@rule(lazy("Only the one who answered can change the answer, and only for the first 15 minutes."))
def may_revise_answer(user: User, effect: Effect) -> bool:
    if effect.answered_at is None or effect.answered_by_id != user.id:
        return False
    return may_answer_effect(user, effect) and now() - effect.answered_at <= EDITABLE
