"""What waits because of risks: high ones that were accepted for a while, when the while is over; and goals to be
assessed again, since what wore on people was treated, or the goal is no longer what was assessed."""

from __future__ import annotations

from datetime import date, timedelta

from app.core.duties import Duty, Words
from app.core.languages import lazy
from app.goals.models import Goal
from app.goals.notices import people_of_each
from app.people.models import User
from app.risks import queries
from app.risks.models import Acceptance
from app.risks.policy import may_assess

AHEAD = timedelta(days=31)  # as far ahead as one is reminded
MOST = 50  # rows of one kind on one person's desk

WORDS = {
    "acceptance.over": Words(
        lazy("A high risk is accepted for a while only: %(strain)s. Assess again, or accept it anew."),
        lazy("Take it up"), "clock",
    ),
    "assess.again": Words(
        lazy("The last action on a strain is done. Say what it is like now."), lazy("Rate again"), "shield"
    ),
    "assess.outdated": Words(
        lazy("The goal has changed in substance since it was assessed."), lazy("Rate again"), "shield"
    ),
}  # fmt: skip


def acceptances(user: User | None, today: date) -> list[Duty]:
    """The acceptances that run out soon, or have run out, for those who answer for the goal."""
    found = queries.running_out(user, today + AHEAD)
    people = people_of_each([one.strain.goal for one in found])
    duties = [_over(one, key) for one in found for key in sorted(people[one.strain.goal.id])]
    return duties if user is None else [duty for duty in duties if duty.user_id == user.id][:MOST]


def _over(one: Acceptance, user_id: int) -> Duty:
    goal = one.strain.goal
    return Duty(
        user_id, "acceptance.over", ("acceptance", one.id), ("goal", goal.id), str(goal), "risks.index",
        {"goal_id": goal.id, "_anchor": "accepted"}, due_on=one.until, since=one.accepted_on,
        data={"strain": one.strain.title},
    )  # fmt: skip


def again(user: User | None, _today: date) -> list[Duty]:
    """What a person is to assess again, once per goal. No date, no reminder."""
    if user is None:
        return []
    treated = queries.treated_since(user, most=2 * MOST)
    found = [_assess("assess.again", user, goal, key, day) for goal, key, day in treated if may_assess(user, goal)]
    named = {duty.about for duty in found}
    outdated = queries.outdated_assessments(user, most=2 * MOST)
    others = [_assess("assess.outdated", user, goal, key) for goal, key in outdated if may_assess(user, goal)]
    return [*found, *(duty for duty in others if duty.about not in named)][:MOST]


def _assess(code: str, user: User, goal: Goal, assessment_id: int, since: date | None = None) -> Duty:
    return Duty(
        user.id, code, ("assessment", assessment_id), ("goal", goal.id), str(goal), "risks.assess",
        {"goal_id": goal.id}, since=since,
    )  # fmt: skip


SOURCES = (acceptances, again)
