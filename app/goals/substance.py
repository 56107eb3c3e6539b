"""What a goal is in substance: the fields whose change calls for a new hearing and a new assessment."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from app.core.db import as_plain

# What is measured and how, on whom, towards what, and what hangs on it. Not: purpose in other words, notes, dates of
# review, owner, or how often one talks about it.
FIELDS = (
    "kind", "measure", "method", "measure_unit", "direction", "steering", "statutory_deadline", "decided_target",
    "target_on", "measured_level", "measured_whom", "measured_count", "identifiable", "control_measure",
    "results_shown_to", "hangs_on", "reward_for", "reward_period", "reward_threshold", "registration_minutes",
)  # fmt: skip


def substance(goal: Any) -> dict[str, Any]:
    """The substance of a goal, field by field, as plain values."""
    return {name: as_plain(getattr(goal, name)) for name in FIELDS}


# What stands in a frozen version besides the substance: why, for whom, and what it is called.
BESIDE = (
    "title", "purpose", "core_task", "value_for", "behaviour", "chosen_by", "baseline", "proposed_target",
    "target_reason", "rhythm", "results_shown_why", "comparable_with", "comparison_conditions", "feedback_rhythm",
    "notice_given_on", "notice_start_on",
)  # fmt: skip


def snapshot(goal: Any) -> dict[str, Any]:
    """A version of the goal to be kept: its substance and what people read beside it, as plain values."""
    return {name: as_plain(getattr(goal, name)) for name in (*BESIDE, *FIELDS)}


def digest(goal: Any) -> str:
    """A SHA-256 over the substance: equal exactly when nothing of substance differs."""
    return hashlib.sha256(json.dumps(substance(goal), sort_keys=True).encode()).hexdigest()
