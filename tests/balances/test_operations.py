"""The verbs on balances that no view asks for yet in the same words."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.balances.models import Reader, Reading
from app.balances.operations import NothingRead, read_balances, read_practice
from app.core.audit import Event
from app.core.db import session


def test_a_committees_practice_is_read_without_any_goal(cast):
    read_practice(
        cast.local, by=cast.karin, reader=Reader.AGREED, places={"focus": 1}, reasons={"focus": "Vi spørger."}
    )
    reading = session().scalars(sa.select(Reading)).one()
    assert (reading.goal_id, reading.committee_id, reading.focus, reading.level) == (None, cast.local.id, 1, None)
    event = session().scalars(sa.select(Event).order_by(Event.id.desc()).limit(1)).one()
    assert (event.code, event.about_type, event.about_id) == ("balances.practice_read", "committee", cast.local.id)


def test_a_practice_read_on_no_balance_says_nothing(cast):
    with pytest.raises(NothingRead):
        read_practice(cast.local, by=cast.karin, reader=Reader.AGREED, places={"focus": None})


def test_what_a_side_reads_moves_the_goal_nowhere(cast):
    read_balances(cast.goal, by=cast.trine, reader=Reader.EMPLOYEES, places={"focus": -2}, committee=cast.local)
    assert cast.goal.focus is None
    assert session().scalars(sa.select(Reading.committee_id)).one() == cast.local.id
