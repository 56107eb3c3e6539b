"""What the register itself asks of people: reviews."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.core.duties import Duty, Words
from app.core.languages import lazy
from app.goals.models import Goal
from app.goals.notices import people_of
from app.goals.policy import may_revise
from app.organisation.viewers import open_accounts
from app.overview.queries import reviews_due

WORDS = {"review.due": Words(lazy("The goal is to be reviewed."), lazy("Set the next review"), "clock")}


def reviews(user: Any, _today: date) -> list[Duty]:
    """Reviews overdue or soon due: for those who answer for the goal, and what is overdue for those who keep it all."""
    found = reviews_due(user)
    if user is not None:
        return [_review(goal, user.id) for goal in found if may_revise(user, goal)]
    people = {one.id: one for one in open_accounts({key for goal in found for key in people_of(goal)})}
    return [
        _review(goal, key)
        for goal in found
        for key in sorted(people_of(goal) & people.keys())
        if may_revise(people[key], goal)
    ]


def _review(goal: Goal, user_id: int) -> Duty:
    return Duty(
        user_id, "review.due", ("goal", goal.id), ("goal", goal.id), str(goal), "goals.review", {"goal_id": goal.id},
        due_on=goal.next_review_on,
    )  # fmt: skip


SOURCES = (reviews,)
