"""The overview of workplace assessments over ten thousand goals, each with an open action."""

from __future__ import annotations

import time

import sqlalchemy as sa

from app.actions.models import Action, ActionGoal, ActionStatus
from app.core.clock import today
from app.core.db import session
from app.core.operation import operation, record
from tests.checks.test_many import MANY, fill

MAY_TAKE = 1.0  # seconds; this machine may be busy with other tests, so the test allows it four times that


@operation("test.acted_upon")
def act_upon(cast):
    """An action under way on each of the many goals."""
    ids = range(1000, 1000 + MANY)
    said = {
        "title": "Vi ser på det", "status": ActionStatus.UNDERWAY, "unit_id": cast.service.id, "due_on": today(),
        "created_by_id": cast.karin.id,
    }  # fmt: skip
    session().execute(sa.insert(Action), [{"id": key, **said} for key in ids])
    session().execute(sa.insert(ActionGoal), [{"action_id": key, "goal_id": key} for key in ids])
    record("test.acted_upon", cast.goal, by=None)


def test_ten_thousand_goals_with_an_action_each_are_counted_within_a_second(page, cast):
    fill(cast)
    act_upon(cast)
    session().commit()
    began = time.perf_counter()
    shown = page(cast.ida).get("/apv")
    took = time.perf_counter() - began
    [row] = shown.doc.xpath("//tbody/tr")
    assert "10.000" in row.text_content() or "10,000" in row.text_content()
    assert took < 4 * MAY_TAKE, f"it took {took:.1f} seconds"
