"""What waits because of barriers: to say who takes one away, and to take it away."""

from __future__ import annotations

from datetime import date

from app.barriers import queries
from app.barriers.models import Barrier
from app.barriers.policy import may_assign, may_settle
from app.core.duties import Duty, Words
from app.core.languages import lazy
from app.core.settings import setting
from app.core.waiting import day_of, owed_by
from app.goals.notices import people_of_each
from app.organisation.viewers import open_accounts
from app.people.models import User

MOST = 50  # rows of one kind on one person's desk

WORDS = {
    "barrier.unowned": Words(
        lazy("%(name)s has reported a barrier, and nobody takes it away yet."), lazy("Say who takes it away"), "flag"
    ),
    "barrier.owned": Words(lazy("You are to take a barrier away."), lazy("See the barrier"), "flag"),
}


def unowned(user: User | None, _today: date) -> list[Duty]:
    """Barriers that nobody takes away, for those who answer for the goal."""
    found = queries.without_owner(user, most=None if user is None else 2 * MOST)
    people_by_goal = people_of_each([barrier.goal for barrier in found])
    owing = {barrier.id: people_by_goal[barrier.goal_id] for barrier in found}
    keys = {key for each in owing.values() for key in each}
    people = {one.id: one for one in ([user] if user is not None else open_accounts(keys))}
    limit = setting("answer_days") if found else 0
    duties = [
        _unowned(barrier, people[key], limit)
        for barrier in found
        for key in sorted(owing[barrier.id] & people.keys())
        if may_assign(people[key], barrier)
    ]
    return duties if user is None else duties[:MOST]


def owned(user: User | None, _today: date) -> list[Duty]:
    """Barriers for the one who is to take them away."""
    found = queries.with_owner(user, most=None if user is None else MOST)
    keys = {barrier.owner_id for barrier in found if barrier.owner_id}
    people = {one.id: one for one in ([user] if user is not None else open_accounts(keys))}
    return [
        _owned(barrier, barrier.owner_id)
        for barrier in found
        if barrier.owner_id in people and may_settle(people[barrier.owner_id], barrier)
    ]


def _unowned(barrier: Barrier, person: User, limit: int) -> Duty:
    goal = barrier.goal
    return Duty(
        person.id, "barrier.unowned", ("barrier", barrier.id), ("goal", goal.id), str(goal), "barriers.assign",
        {"goal_id": goal.id, "barrier_id": barrier.id}, due_on=owed_by(barrier.reported_at, limit),
        since=day_of(barrier.reported_at), data={"name": barrier.reported_by.name},
    )  # fmt: skip


def _owned(barrier: Barrier, owner_id: int) -> Duty:
    goal = barrier.goal
    return Duty(
        owner_id, "barrier.owned", ("barrier", barrier.id), ("goal", goal.id), str(goal), "barriers.index",
        {"goal_id": goal.id, "_anchor": f"barrier-{barrier.id}"}, due_on=barrier.due_on,
        since=day_of(barrier.reported_at),
    )  # fmt: skip


SOURCES = (unowned, owned)
