"""The step through the gate: what is known is looked at and the goal put in force in one and the same moment."""

from __future__ import annotations

from datetime import date

from app.core.db import lock
from app.core.operation import operation
from app.dossier.facts import gate_of
from app.dossier.queries import known_about
from app.goals.models import Goal
from app.goals.operations import start_goal
from app.people.models import User


@operation("goal.started")
def pass_gate(
    goal: Goal, *, by: User, takes_effect_on: date, passed_over: str = "", version: int | None = None
) -> None:
    """Put a goal in force through its gate as it is now. GateClosed, Stale and WrongTime as `start_goal` says."""
    lock(f"hearings:{goal.id}")  # no hearing opens or ends between the look at the gate and the step through it
    gate = gate_of(goal, known_about(goal), takes_effect_on=takes_effect_on)
    start_goal(goal, by=by, gate=gate, takes_effect_on=takes_effect_on, passed_over=passed_over, version=version)
