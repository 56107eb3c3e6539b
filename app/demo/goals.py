"""The life of the demo's goals: drafted, read on the balances, decided, changed, retired."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from app.balances.models import BALANCES, Reader
from app.balances.operations import read_balances
from app.demo.foundation import Ground
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.demo.wording import changed_answers, goal_answers
from app.dossier.operations import pass_gate
from app.goals.models import Goal
from app.goals.operations import add_goal, retire_goal, revise_goal, set_review
from app.meetings.models import Meeting
from app.people.models import User

DECIDED_BEFORE = timedelta(days=3)  # that a goal begins was decided so long before it does


class Goals:
    """The goals that have been drafted so far, by the keys of the seeds."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.made: dict[str, Goal] = {}
        self.meetings: dict[str, Meeting] = {}

    def person(self, key: str) -> User:
        return self.ground.people[key]

    def plan(self, goal: Plain, timeline: Timeline, *, reviewed_on: date | None) -> None:
        """Put the deeds of a goal's life on the timeline; `reviewed_on` is when its last assessment was made."""
        key, owner = goal["id"], self.person(goal["owner"])
        timeline.on(goal["created"], lambda: self._draft(goal, owner))
        if "above" in goal:
            timeline.on(goal["read_on"], lambda: self._put_under(goal, owner))
        timeline.on(goal["read_on"], lambda: self._read(key, goal, owner))
        if goal["starts"]:
            timeline.on(goal.get("decided") or goal["starts"] - DECIDED_BEFORE, lambda: self._start(goal, owner))
        for revision in goal.get("revision", ()):
            timeline.on(revision["on"], self._revising(key, revision))
        for reading in goal.get("again", ()):
            timeline.on(reading["on"], self._reading_again(key, reading))
        if reviewed_on:
            timeline.on(reviewed_on + timedelta(days=1), lambda: self._set_review(goal, owner))
        if "retires" in goal:
            timeline.on(goal["retires"], lambda: self._retire(goal))

    def _draft(self, goal: Plain, owner: User) -> None:
        unit = self.ground.units[goal["unit"]]
        links = [(self.ground.objectives[key].id, sentence) for key, sentence in goal["objectives"].items()]
        answers = goal_answers(goal) | {"unit_id": unit.id, "owner_id": owner.id, "core_task": unit.core_task}
        self.made[goal["id"]] = add_goal(by=owner, links=links, **answers)

    def _put_under(self, goal: Plain, owner: User) -> None:
        revise_goal(self.made[goal["id"]], by=owner, parent_id=self.made[goal["above"]].id)

    def _read(self, key: str, said: Plain, by: User) -> None:
        read_balances(
            self.made[key], by=by, reader=Reader(said.get("reader", "owner")), places=by_balance(said["places"]),
            wishes=by_balance(said["wishes"]) if "wishes" in said else None, reasons=said.get("reasons"),
            committee=self.ground.committees[said["committee"]] if "committee" in said else None,
        )  # fmt: skip

    def _reading_again(self, key: str, reading: Plain) -> Callable[[], None]:
        return lambda: self._read(key, reading, self.person(reading["by"]))

    def _start(self, goal: Plain, owner: User) -> None:
        made, starts = self.made[goal["id"]], goal["starts"]
        pass_gate(made, by=owner, takes_effect_on=starts, passed_over=goal.get("passed_over", ""))

    def _revising(self, key: str, revision: Plain) -> Callable[[], bool]:
        return lambda: revise_goal(self.made[key], by=self.person(revision["by"]), **changed_answers(revision))

    def _set_review(self, goal: Plain, owner: User) -> None:
        made = self.made[goal["id"]]
        if goal.get("next_review") and made.next_review_on != goal["next_review"]:
            set_review(made, by=owner, next_review_on=goal["next_review"], review_months=goal["review_months"])

    def _retire(self, goal: Plain) -> None:
        retire_goal(self.made[goal["id"]], by=self.person(goal["retired_by"]), reason=goal["retired_reason"])


def by_balance(places: list[int]) -> dict[str, Any]:
    return dict(zip(BALANCES, places, strict=True))
