"""Words for actions."""

from __future__ import annotations

from app.actions.models import ActionKind, ActionStatus, Step, Worked
from app.core.languages import lazy

KINDS = {ActionKind.ACTION: lazy("Action"), ActionKind.EXPERIMENT: lazy("Experiment")}

STATUSES = {
    ActionStatus.PLANNED: lazy("Planned"),
    ActionStatus.UNDERWAY: lazy("Under way"),
    ActionStatus.DONE: lazy("Done, waiting for its check"),
    ActionStatus.CLOSED: lazy("Closed"),
    ActionStatus.DROPPED: lazy("Dropped"),
}
# The look and the sign of a status; the words stand beside them.
LOOKS = {
    ActionStatus.PLANNED: ("", "calendar-link"),
    ActionStatus.UNDERWAY: ("info", "arrow"),
    ActionStatus.DONE: ("warn", "clock"),
    ActionStatus.CLOSED: ("good", "check"),
    ActionStatus.DROPPED: ("", "archive"),
}

# The highest step first.
STEPS = {
    Step.CHANGE_GOAL: lazy("Drop or change the goal"),
    Step.MOVE_TO_TEAM: lazy("Move it to the team"),
    Step.ADJUST: lazy("Adjust the target or the way of measuring"),
    Step.SUPPORT: lazy("Give time and support"),
    Step.TRAIN: lazy("Train the individual"),
}

WORKED = {Worked.YES: lazy("Yes, it worked"), Worked.PARTLY: lazy("Partly"), Worked.NO: lazy("No")}
WORKED_LOOKS = {Worked.YES: ("good", "check"), Worked.PARTLY: ("warn", "warn"), Worked.NO: ("bad", "stop")}

FIELDS = {
    "title": lazy("What is to be done?"),
    "how": lazy("How?"),
    "kind": lazy("Kind"),
    "goals": lazy("Goals"),
    "strains": lazy("Number of strains that it treats"),
    "step": lazy("Step of prevention"),
    "step_reason": lazy("Why no higher step"),
    "unit": lazy("Unit"),
    "responsible": lazy("Responsible"),
    "status": lazy("Status"),
    "progress": lazy("Per cent done"),
    "progress_words": lazy("How it goes"),
    "due_on": lazy("To be done by"),
    "done_on": lazy("Done on"),
    "dropped_reason": lazy("Why it was dropped"),
    "check_on": lazy("Effect check on"),
    "worked": lazy("Did it work?"),
    "check_words": lazy("What shows it"),
    "checked_on": lazy("Checked on"),
    "checked_by": lazy("Checked by"),
    "hypothesis": lazy("What you expect"),
    "from_on": lazy("From"),
    "to_on": lazy("To"),
    "measure": lazy("What is measured"),
    "measure_unit": lazy("Unit of measure"),
    "value_before": lazy("Before"),
    "value_after": lazy("After"),
    "no_figure": lazy("Why there is no figure"),
    "learned": lazy("What was learned"),
}
VALUES = {"kind": KINDS, "status": STATUSES, "step": STEPS, "worked": WORKED}
