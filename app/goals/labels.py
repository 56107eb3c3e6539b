"""Words for what a goal can be."""

from __future__ import annotations

from typing import Any

from app.core.languages import lazy
from app.goals.gate import Level, Point
from app.goals.models import (
    Answer,
    Aspect,
    Direction,
    HangsOn,
    Kind,
    MeasuredLevel,
    RewardFor,
    Rhythm,
    RiskLevel,
    ShownTo,
    Status,
    Steering,
)

STATUSES = {
    Status.DRAFT: lazy("Draft"),
    Status.IN_HEARING: lazy("In hearing"),
    Status.IN_FORCE: lazy("In force"),
    Status.RETIRED: lazy("Retired"),
}
ANNOUNCED = lazy("Announced")
KINDS = {
    Kind.TARGET: lazy("Target number"),
    Kind.QUALITATIVE: lazy("Qualitative goal"),
    Kind.LOCAL_PLAN: lazy("Local plan"),
}
DIRECTIONS = {
    Direction.HIGHER: lazy("Higher is better"),
    Direction.LOWER: lazy("Lower is better"),
    Direction.KEEP: lazy("Should stay where it is"),
}
RHYTHMS = {
    Rhythm.WEEKLY: lazy("Every week"),
    Rhythm.MONTHLY: lazy("Every month"),
    Rhythm.QUARTERLY: lazy("Every quarter"),
    Rhythm.HALF_YEARLY: lazy("Every half year"),
    Rhythm.YEARLY: lazy("Every year"),
}
STEERINGS = {
    Steering.STEERING: lazy("Steering measure"),
    Steering.BACKGROUND: lazy("Background measure"),
}
MEASURED_LEVELS = {
    MeasuredLevel.ORGANISATION: lazy("The whole organisation"),
    MeasuredLevel.UNIT: lazy("The unit"),
    MeasuredLevel.TEAM: lazy("The team"),
    MeasuredLevel.INDIVIDUAL: lazy("The individual"),
}
ANSWERS = {Answer.YES: lazy("Yes"), Answer.NO: lazy("No"), Answer.UNCLEAR: lazy("Unclear")}
SHOWN_TO = {
    ShownTo.NOBODY: lazy("Nobody but those who count"),
    ShownTo.GROUP: lazy("The group itself"),
    ShownTo.EVERYONE: lazy("Everyone"),
}
HANGS_ON = {
    HangsOn.NOTHING: lazy("Nothing"),
    HangsOn.REPORTING: lazy("Reporting to the level above"),
    HangsOn.RANKING: lazy("Ranking"),
    HangsOn.PAY: lazy("Pay or bonus"),
}
REWARD_FOR = {RewardFor.ALL: lazy("All who reach it"), RewardFor.BEST: lazy("Only the best")}
RISK_LEVELS = {RiskLevel.LOW: lazy("Low"), RiskLevel.MEDIUM: lazy("Medium"), RiskLevel.HIGH: lazy("High")}

POINTS = {
    Point.OBJECTIVE: lazy("It serves an objective, or it is said why not"),
    Point.BALANCES: lazy("It is placed on all four balances"),
    Point.MEASURED: lazy("Who is measured is told"),
    Point.ASSESSMENT: lazy("The work environment is assessed by both sides"),
    Point.HEARING: lazy("The committee of its area is heard"),
    Point.NOTICE: lazy("The notice of a control measure has run"),
    Point.BRIEFING: lazy("The staff group measured is briefed"),
    Point.REVIEW: lazy("A next review is set"),
}
LEVELS = {Level.REQUIRED: lazy("Required"), Level.WARNS: lazy("Warns"), Level.OFF: lazy("Not asked about")}

FIELDS = {
    "status": lazy("Status"),
    "title": lazy("Title"),
    "purpose": lazy("Purpose"),
    "core_task": lazy("Core task"),
    "value_for": lazy("Value for"),
    "behaviour": lazy("What we want to see more of"),
    "unit": lazy("Unit"),
    "owner": lazy("Owner"),
    "chosen_by": lazy("Who chose it"),
    "parent": lazy("Goal above"),
    "objectives": lazy("Strategic objectives"),
    "origin": lazy("Taken up again after"),
    "no_objective_reason": lazy("Why it serves no objective"),
    "measured_level": lazy("Who is measured"),
    "measured_whom": lazy("The group"),
    "measured_count": lazy("How many people"),
    "identifiable": lazy("Can single persons be told?"),
    "control_measure": lazy("Control measure?"),
    "notice_given_on": lazy("Notice given on"),
    "notice_start_on": lazy("Measuring starts on"),
    "results_shown_to": lazy("Who sees the results?"),
    "results_shown_why": lazy("Why they see them"),
    "hangs_on": lazy("What hangs on it?"),
    "reward_for": lazy("Reward for"),
    "reward_period": lazy("Reward period"),
    "reward_threshold": lazy("Threshold"),
    "comparable_with": lazy("May be compared with"),
    "comparison_conditions": lazy("Under which conditions"),
    "registration_minutes": lazy("Minutes of registration per person a week"),
    "feedback_rhythm": lazy("Feedback"),
    "kind": lazy("Kind of goal"),
    "measure": lazy("Measure"),
    "method": lazy("How and from where"),
    "measure_unit": lazy("Unit of measure"),
    "direction": lazy("Direction"),
    "steering": lazy("Steering or background"),
    "statutory_deadline": lazy("Statutory deadline"),
    "baseline": lazy("Baseline"),
    "proposed_target": lazy("Proposed target"),
    "decided_target": lazy("Decided target"),
    "target_reason": lazy("Why the target differs from the proposal"),
    "target_on": lazy("Target date"),
    "rhythm": lazy("Rhythm"),
    "takes_effect_on": lazy("Takes effect on"),
    "passed_over_points": lazy("What the gate lacked"),
    "is_agreed": lazy("Agreed by the committee"),
    "passed_over": lazy("Why the gate was passed over"),
    "retired_on": lazy("Retired on"),
    "retired_reason": lazy("Why it was retired"),
    "review_months": lazy("Months between reviews"),
    "next_review_on": lazy("Next review"),
    "note": lazy("Note"),
    "focus": lazy("Focus"),
    "level": lazy("Level"),
    "process": lazy("Process"),
    "use": lazy("Use"),
    "risk_level": lazy("Risk"),
    "open_questions": lazy("Unanswered questions"),
}
VALUES: dict[str, dict[Any, Any]] = {
    "status": STATUSES,
    "measured_level": MEASURED_LEVELS,
    "identifiable": ANSWERS,
    "control_measure": ANSWERS,
    "results_shown_to": SHOWN_TO,
    "hangs_on": HANGS_ON,
    "reward_for": REWARD_FOR,
    "kind": KINDS,
    "direction": DIRECTIONS,
    "steering": STEERINGS,
    "rhythm": RHYTHMS,
    "risk_level": RISK_LEVELS,
}

ASPECTS = {
    Aspect.MOTIVATION: lazy("Motivation and meaning"),
    Aspect.IDENTITY: lazy("Professional identity and role"),
    Aspect.TRUST: lazy("Trust and control"),
    Aspect.FAIRNESS: lazy("Fairness"),
    Aspect.COOPERATION: lazy("Co-operation"),
    Aspect.RESPONSIBILITY: lazy("Responsibility and influence"),
}
