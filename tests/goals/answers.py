"""What a person types into the form about a goal."""

from __future__ import annotations

from typing import Any

from app.core.formats import typed_day
from app.core.operation import operation, record
from app.goals.models import Goal

NAMES = (
    "title",
    "purpose",
    "core_task",
    "value_for",
    "behaviour",
    "unit_id",
    "owner_id",
    "chosen_by",
    "parent_id",
    "no_objective_reason",
    "measured_level",
    "measured_whom",
    "measured_count",
    "identifiable",
    "results_shown_to",
    "results_shown_why",
    "control_measure",
    "notice_given_on",
    "notice_start_on",
    "registration_minutes",
    "hangs_on",
    "reward_for",
    "reward_period",
    "reward_threshold",
    "comparable_with",
    "comparison_conditions",
    "feedback_rhythm",
    "review_months",
    "next_review_on",
    "measure",
    "method",
    "measure_unit",
    "direction",
    "statutory_deadline",
    "baseline",
    "proposed_target",
    "decided_target",
    "target_reason",
    "target_on",
    "rhythm",
    "note",
)
DAYS = {"notice_given_on", "notice_start_on", "next_review_on", "target_on"}
BLANK = dict.fromkeys(NAMES, "") | {"kind": "target", "steering": "steering"}


def typed(goal: Goal | None = None, **changed: Any) -> dict[str, Any]:
    """An answer to each field: of a new goal all blank, of one there is what it says, then what is changed."""
    said: dict[str, Any] = dict(BLANK)
    if goal is not None:
        for name in BLANK:
            value = getattr(goal, name)
            said[name] = typed_day(value) if name in DAYS else "" if value is None else getattr(value, "value", value)
        said["parent_id"] = goal.parent.code if goal.parent else ""
        said["version"] = goal.version
        for number, link in enumerate(goal.links):
            said |= {f"links-{number}-objective_id": link.objective_id, f"links-{number}-sentence": link.sentence}
    return said | changed


@operation("test.set")
def set_on(goal: Goal, *, by: Any, **values: Any) -> None:
    """Make a goal be as a test needs it, past all rules."""
    for name, value in values.items():
        setattr(goal, name, value)
    record("test.set", goal, by=by)
