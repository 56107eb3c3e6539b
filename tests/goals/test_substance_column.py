"""The digest of a goal's substance stands in its row, and the migration that brings it gives the same one."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import select

from app.core.db import session
from app.core.migrations import alembic
from app.core.operation import operation, record
from app.goals.models import Goal
from app.goals.operations import revise_goal
from app.goals.substance import digest


@operation("test.filled")
def _fill(goal):
    goal.decided_target, goal.measure, goal.registration_minutes = Decimal("98.50"), "Andel på tid", 35
    goal.target_on = goal.next_review_on
    record("test.filled", goal, by=None)


def test_it_follows_the_goal(cast):
    assert cast.goal.substance == digest(cast.goal) != ""
    before = cast.goal.substance
    revise_goal(cast.goal, by=cast.karin, measured_count=3)
    assert cast.goal.substance == digest(cast.goal) != before
    kept = cast.goal.substance
    revise_goal(cast.goal, by=cast.karin, note="Ikke noget af betydning.")
    assert cast.goal.substance == kept


def test_the_migration_gives_the_same_digest(cast):
    _fill(cast.goal)
    expected = {goal.id: digest(goal) for goal in (cast.goal, cast.draft)}
    session().commit()
    session().close()
    alembic.downgrade("0008")
    alembic.upgrade()
    assert {goal.id: goal.substance for goal in session().scalars(select(Goal))} == expected
    session().close()
