from decimal import Decimal

import pytest
import sqlalchemy as sa

from app.core.audit import Event
from app.core.db import session
from app.exchange import operations, queries
from app.exchange import plan as planning
from app.exchange.plan import Fate
from app.goals.models import Goal
from tests.exchange.test_plan import CSV


def planned(text=CSV):
    return planning.make("maal.csv", text.encode(), {}, queries.known_names(), queries.goals_by_name())


def test_a_plan_is_done_in_one_go_and_recorded_goal_by_goal(cast):
    assert operations.import_goals(planned(), by=cast.ida) == (1, 0)
    goal = session().scalars(sa.select(Goal).where(Goal.title == "Kortere ventetid")).one()
    assert (goal.baseline, goal.created_by_id, goal.focus) == (Decimal(9), cast.ida.id, 1)
    codes = set(session().scalars(sa.select(Event.code).where(Event.about_id == goal.id)))
    assert {"goal.added", "balances.read"} <= codes
    assert planned().having(Fate.SAME)


def test_a_changed_row_changes_only_what_the_sheet_says(cast):
    operations.import_goals(planned(), by=cast.ida)
    goal = session().scalars(sa.select(Goal).where(Goal.title == "Kortere ventetid")).one()
    again = "Afd.;Mål;Nu;Mål-tal\nBorgerservice;Kortere ventetid;8;\n"
    assert operations.import_goals(planned(again), by=cast.ida) == (0, 1)
    assert (goal.baseline, goal.decided_target) == (Decimal(8), Decimal(5))


def test_when_one_row_fails_none_is_in(cast, monkeypatch):
    text = "Afd.;Mål\nBorgerservice;Det første\nBorgerservice;Det andet\n"
    add, count = operations.add_goal, session().scalar(sa.select(sa.func.count(Goal.id)))

    def fails_at_the_second(**said):
        if said["title"] == "Det andet":
            raise RuntimeError("the lights went out")
        return add(**said)

    monkeypatch.setattr(operations, "add_goal", fails_at_the_second)
    with pytest.raises(RuntimeError):
        operations.import_goals(planned(text), by=cast.ida)
    assert session().scalar(sa.select(sa.func.count(Goal.id))) == count
