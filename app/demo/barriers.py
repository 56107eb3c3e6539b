"""What stands in the way in the demo, who takes it away, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.barriers.models import Barrier, BarrierKind
from app.barriers.operations import assign_barrier, keep_barrier, remove_barrier, report_barrier
from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.organisation.viewers import with_standing
from app.people.models import User


@dataclass
class Story:
    """One barrier from the day it was reported."""

    told: Plain
    goals: Goals
    made: list[Barrier] = field(default_factory=list)

    def person(self, key: str) -> User:
        return with_standing(self.goals.person(self.told[key]))

    def report(self) -> None:
        goal, kind = self.goals.made[self.told["goal"]], BarrierKind(self.told["kind"])
        self.made.append(report_barrier(goal, by=self.person("by"), words=self.told["text"], kind=kind))

    def assign(self) -> None:
        owner, due_on = self.person("owner"), self.told["due_on"]
        assign_barrier(self.made[0], by=self.person("assigned_by"), owner=owner, due_on=due_on)

    def remove(self) -> None:
        day = self.told["removed_on"]
        remove_barrier(self.made[0], by=self.person("owner"), how=self.told["how"], removed_on=day)

    def keep(self) -> None:
        keep_barrier(self.made[0], by=self.person("kept_by"), reason=self.told["reason"])


def plan(told: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put a report, and what came of it, on the timeline."""
    story = Story(told, goals)
    deeds: dict[str, Callable[[], None]] = {
        "on": story.report, "assigned_on": story.assign, "removed_on": story.remove, "kept_on": story.keep,
    }  # fmt: skip
    for day, do in deeds.items():
        if day in told:
            timeline.on(told[day], do)
