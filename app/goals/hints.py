"""Gentle hints where experience says that a goal may hurt more than it helps. A hint never stops anybody.

The reasons follow *Mål med mening* (BFA Velfærd og Offentlig administration) in our own words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.core.languages import lazy
from app.goals.models import Answer, HangsOn, MeasuredLevel, ShownTo

HEAVY = 45  # minutes of registration per person a week


@dataclass(frozen=True)
class Hint:
    """A code, the field that it stands at, and the sentence that says why it matters."""

    code: str
    field: str
    sentence: Any


def _is_individual(goal: Any) -> bool:
    return goal.measured_level is MeasuredLevel.INDIVIDUAL or (goal.level is not None and goal.level <= -1)


def _rewards(goal: Any) -> bool:
    return goal.hangs_on in {HangsOn.PAY, HangsOn.RANKING} or (goal.use is not None and goal.use <= -1)


def _counts_activity_alike(goal: Any) -> bool:
    return goal.focus is not None and goal.process is not None and goal.focus <= -1 and goal.process <= -2


def _raised_silently(goal: Any) -> bool:
    both = goal.decided_target is not None and goal.proposed_target is not None
    return both and goal.decided_target != goal.proposed_target and not goal.target_reason


def _shows_persons(goal: Any) -> bool:
    return goal.measured_level is MeasuredLevel.INDIVIDUAL and goal.results_shown_to in {
        ShownTo.GROUP,
        ShownTo.EVERYONE,
    }


def _unannounced_control(goal: Any) -> bool:
    return goal.control_measure is Answer.YES and goal.notice_given_on is None


RULES: tuple[tuple[Hint, Callable[[Any], bool]], ...] = (
    (
        Hint(
            "no_purpose",
            "purpose",
            lazy("Nobody has written why the goal is there. A number without a purpose is soon read as control."),
        ),
        lambda goal: not goal.purpose,
    ),
    (
        Hint(
            "individual_and_reward",
            "measured_level",
            lazy(
                "The goal measures single persons and a reward hangs on it. That often makes colleagues rivals. "
                "Could the team share it?"
            ),
        ),
        lambda goal: _is_individual(goal) and _rewards(goal),
    ),
    (
        Hint(
            "activity_alike",
            "measure",
            lazy(
                "The goal counts how busy people are, and alike for all. "
                "It may hit askew where conditions differ. Could it say what comes out of the work?"
            ),
        ),
        _counts_activity_alike,
    ),
    (
        Hint(
            "raised_silently",
            "target_reason",
            lazy("The decided target differs from the proposed one, and nobody has written why."),
        ),
        _raised_silently,
    ),
    (
        Hint(
            "identifiable",
            "identifiable",
            lazy("Single persons can be told from the numbers. Agree on who may see them, and why."),
        ),
        lambda goal: goal.identifiable is Answer.YES,
    ),
    (
        Hint(
            "shows_persons",
            "results_shown_to",
            lazy("Results of single persons are shown to others. Nobody should meet their own number on a board."),
        ),
        _shows_persons,
    ),
    (
        Hint(
            "control_without_notice",
            "notice_given_on",
            lazy("It may be a control measure, and no notice is recorded. Check what your agreement asks for."),
        ),
        _unannounced_control,
    ),
    (
        Hint(
            "heavy_registration",
            "registration_minutes",
            lazy(
                "Registering takes more than three quarters of an hour a week from each. "
                "Is there something we can stop counting?"
            ),
        ),
        lambda goal: (goal.registration_minutes or 0) > HEAVY,
    ),
    (
        Hint(
            "deadline_as_target",
            "statutory_deadline",
            lazy("A statutory deadline is a frame that holds anyway. Say what the target wants beyond it."),
        ),
        lambda goal: bool(goal.statutory_deadline) and goal.decided_target is not None,
    ),
    (
        Hint(
            "compared_without_conditions",
            "comparison_conditions",
            lazy("It may be compared with others, but the conditions are not written."),
        ),
        lambda goal: bool(goal.comparable_with) and not goal.comparison_conditions,
    ),
)


def hints(goal: Any) -> list[Hint]:
    """The hints that a goal, or what somebody typed about one, gives rise to."""
    return [hint for hint, applies in RULES if applies(goal)]
