"""What waits because of risks: high ones that were accepted for a while, when the while is over."""

from __future__ import annotations

from datetime import date, timedelta

from app.core.duties import Duty, Words
from app.core.languages import lazy
from app.goals.notices import people_of
from app.people.models import User
from app.risks import queries
from app.risks.models import Acceptance

AHEAD = timedelta(days=31)  # as far ahead as one is reminded
MOST = 50  # rows of one kind on one person's desk

WORDS = {
    "acceptance.over": Words(
        lazy("A high risk is accepted for a while only: %(strain)s. Assess again, or accept it anew."),
        lazy("Take it up"), "clock",
    ),
}  # fmt: skip


def acceptances(user: User | None, today: date) -> list[Duty]:
    """The acceptances that run out soon, or have run out, for those who answer for the goal."""
    found = queries.running_out(user, today + AHEAD, None if user is None else MOST)
    return [
        _over(one, key) for one in found for key in sorted(people_of(one.strain.goal)) if user is None or key == user.id
    ]


def _over(one: Acceptance, user_id: int) -> Duty:
    goal = one.strain.goal
    return Duty(
        user_id, "acceptance.over", ("acceptance", one.id), ("goal", goal.id), str(goal), "risks.index",
        {"goal_id": goal.id, "_anchor": "accepted"}, due_on=one.until, since=one.accepted_on,
        data={"strain": one.strain.title},
    )  # fmt: skip


SOURCES = (acceptances,)
