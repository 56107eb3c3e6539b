"""When a goal is to be assessed again: what wore on people was treated, or the goal is no longer what was assessed."""

from __future__ import annotations

from datetime import date

from app.core.duties import Duty, Words
from app.core.languages import lazy
from app.goals.models import Goal
from app.people.models import User
from app.risks import queries
from app.risks.policy import may_assess

MOST = 50  # rows of one kind on one person's desk

WORDS = {
    "assess.again": Words(
        lazy("The last action on a strain is done. Say what it is like now."), lazy("Rate again"), "shield"
    ),
    "assess.outdated": Words(
        lazy("The goal has changed in substance since it was assessed."), lazy("Rate again"), "shield"
    ),
}


def again(user: User | None, _today: date) -> list[Duty]:
    """What a person is to assess again, once per goal. No date, no reminder."""
    if user is None:
        return []
    treated = queries.treated_since(user, most=2 * MOST)
    found = [_duty("assess.again", user, goal, key, day) for goal, key, day in treated if may_assess(user, goal)]
    named = {duty.about for duty in found}
    outdated = queries.outdated_assessments(user, most=2 * MOST)
    others = [_duty("assess.outdated", user, goal, key) for goal, key in outdated if may_assess(user, goal)]
    return [*found, *(duty for duty in others if duty.about not in named)][:MOST]


def _duty(code: str, user: User, goal: Goal, assessment_id: int, since: date | None = None) -> Duty:
    return Duty(
        user.id, code, ("assessment", assessment_id), ("goal", goal.id), str(goal), "risks.assess",
        {"goal_id": goal.id}, since=since,
    )  # fmt: skip


SOURCES = (again,)
