"""Words of the workplace assessment."""

from __future__ import annotations

from app.actions.models import ActionStatus, Step, Worked
from app.apv.mark import Mark
from app.core.languages import lazy

FIELDS = {
    "absence": lazy("How sickness absence was taken into account"),
    "participation": lazy("How the work-environment organisation took part"),
}

MARKS = {
    Mark.FINE: lazy("Mapped"),
    Mark.SOON: lazy("Due within six months"),
    Mark.OVERDUE: lazy("Overdue"),
    Mark.NEVER: lazy("Never mapped"),
}
SIGNS = {
    Mark.FINE: ("good", "check"),
    Mark.SOON: ("warn", "clock"),
    Mark.OVERDUE: ("bad", "warn"),
    Mark.NEVER: ("", "question"),
}  # how a mark looks: kind of pill and icon

STEPS = {
    Step.CHANGE_GOAL: lazy("Drop or change the goal"),
    Step.MOVE_TO_TEAM: lazy("Move it to the team"),
    Step.ADJUST: lazy("Adjust the target or the way of measuring"),
    Step.SUPPORT: lazy("Give time and support"),
    Step.TRAIN: lazy("Train the individual"),
}
STATUSES = {
    ActionStatus.PLANNED: lazy("Planned"),
    ActionStatus.UNDERWAY: lazy("Under way"),
    ActionStatus.DONE: lazy("Done, waiting for its check"),
    ActionStatus.CLOSED: lazy("Closed"),
    ActionStatus.DROPPED: lazy("Dropped"),
}
WORKED = {Worked.YES: lazy("Yes, it worked"), Worked.PARTLY: lazy("Partly"), Worked.NO: lazy("No")}
