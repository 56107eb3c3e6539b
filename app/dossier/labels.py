"""Words and looks of a goal on its page and in the register."""

from __future__ import annotations

from typing import Any

from app.core.clock import today
from app.goals.labels import ANNOUNCED, KINDS, RISK_LEVELS, STATUSES, VALUES
from app.goals.life import is_announced
from app.goals.models import Goal, RiskLevel

BANDS = {RiskLevel.LOW: "low", RiskLevel.MEDIUM: "mid", RiskLevel.HIGH: "high"}


def status_label(goal: Goal) -> Any:
    return ANNOUNCED if is_announced(goal, today()) else STATUSES[goal.status]


def kind_label(goal: Goal) -> Any:
    return KINDS[goal.kind]


def risk_label(level: RiskLevel) -> Any:
    return RISK_LEVELS[level]


def risk_band(level: RiskLevel) -> str:
    """The band by which a level is drawn."""
    return BANDS[level]


def label_of(goal: Goal, name: str) -> Any:
    """The label of a goal's answer to a question with fixed answers; '' where nothing was said."""
    value = getattr(goal, name)
    return "" if value is None else VALUES[name][value]
