"""The verbs on objectives."""

from __future__ import annotations

from datetime import date

from app.core.clock import today
from app.core.db import session
from app.core.operation import check_version, operation, record
from app.core.trees import hold, keep_above
from app.people.models import User
from app.strategy.models import Objective


@operation("objective.added")
def add_objective(
    *, title: str, by: User | None, why: str = "", value_for: str = "", parent: Objective | None = None,
    owner: User | None = None, from_on: date | None = None, to_on: date | None = None,
) -> Objective:  # fmt: skip
    objective = Objective(
        title=title, why=why, value_for=value_for, parent_id=parent.id if parent else None,
        owner_id=owner.id if owner else None, from_on=from_on, to_on=to_on,
    )  # fmt: skip
    session().add(objective)
    record("objective.added", objective, by=by)
    return objective


@operation("objective.revised")
def revise_objective(
    objective: Objective, *, title: str, why: str, value_for: str, parent: Objective | None, owner_id: int | None,
    from_on: date | None, to_on: date | None, by: User, version: int | None = None,
) -> None:  # fmt: skip
    """Change an objective. BelowItself when its new parent stands below it."""
    hold(Objective)
    check_version(objective, version)
    keep_above(objective, parent)
    objective.title, objective.why, objective.value_for = title, why, value_for
    objective.parent_id, objective.owner_id = parent.id if parent else None, owner_id
    objective.from_on, objective.to_on = from_on, to_on
    record("objective.revised", objective, by=by)


@operation("objective.closed")
def close_objective(objective: Objective, *, by: User) -> None:
    objective.closed_on = today()
    record("objective.closed", objective, by=by)


@operation("objective.reopened")
def reopen_objective(objective: Objective, *, by: User) -> None:
    objective.closed_on = None
    record("objective.reopened", objective, by=by)
