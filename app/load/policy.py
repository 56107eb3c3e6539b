"""Who may mark that goals pull against each other, and who ends it."""

from __future__ import annotations

from app.core.access import rule
from app.core.languages import lazy
from app.goals.models import Goal, Status
from app.goals.policy import answers_for
from app.load.models import Tension
from app.people.models import Role, User


@rule(
    lazy(
        "Everyone who can see the goal can mark that it pulls against another, except administrators, "
        "until it is retired."
    )
)
def may_mark(user: User, goal: Goal) -> bool:
    return user.role is not Role.ADMINISTRATOR and goal.status is not Status.RETIRED


@rule(lazy("Only those who answer for one of the two goals and the safety organisation can end a tension, and once."))
def may_end(user: User, tension: Tension) -> bool:
    return tension.ended_on is None and (answers_for(user, tension.goal) or answers_for(user, tension.other))
