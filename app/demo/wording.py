"""From what a seed says to what an operation takes: codes for words, figures for numbers, days by their full names."""

from __future__ import annotations

import enum
from decimal import Decimal
from typing import Any

from app.demo.reading import Plain
from app.goals.models import Answer, Direction, HangsOn, Kind, MeasuredLevel, RewardFor, Rhythm, ShownTo, Steering

CODES: dict[str, type[enum.Enum]] = {
    "control_measure": Answer,
    "direction": Direction,
    "hangs_on": HangsOn,
    "identifiable": Answer,
    "kind": Kind,
    "measured_level": MeasuredLevel,
    "results_shown_to": ShownTo,
    "reward_for": RewardFor,
    "rhythm": Rhythm,
    "steering": Steering,
}
FIGURES = ("baseline", "proposed_target", "decided_target")
DAYS = {
    "notice_given": "notice_given_on",
    "notice_start": "notice_start_on",
    "next_review": "next_review_on",
    "target_on": "target_on",
}
WORDS = (
    "title", "purpose", "value_for", "behaviour", "chosen_by", "measured_whom", "results_shown_why", "reward_period",
    "reward_threshold", "comparable_with", "comparison_conditions", "feedback_rhythm", "measure", "method",
    "measure_unit", "statutory_deadline", "target_reason", "note",
)  # fmt: skip
WHOLE = ("measured_count", "registration_minutes", "review_months")


def goal_answers(goal: Plain) -> Plain:
    """All that the form of a goal holds, apart from its unit, owner, parent and objectives."""
    said: Plain = {name: goal.get(name, "").strip() for name in WORDS}
    said |= {name: goal.get(name) for name in WHOLE}
    said |= {name: _figure(goal.get(name)) for name in FIGURES}
    said |= {name: _code(kind, goal.get(name)) for name, kind in CODES.items()}
    return said | {column: goal.get(name) for name, column in DAYS.items()}


def changed_answers(revision: Plain) -> Plain:
    """Of a revision only what it says."""
    everything = goal_answers(revision)
    return {name: everything[name] for name in revision if name in everything}


def _figure(value: Any) -> Decimal | None:
    return None if value in {None, ""} else Decimal(str(value))


def _code(kind: type[enum.Enum], value: str | None) -> enum.Enum | None:
    return kind(value) if value else None
