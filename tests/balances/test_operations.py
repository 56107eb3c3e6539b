"""The verbs on balances that no view asks for yet in the same words."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.balances.models import Reader, Reading
from app.balances.operations import NothingRead, read_balances, read_practice
from app.balances.queries import latest_in, latest_reading
from app.core.audit import Event
from app.core.clock import today
from app.core.db import session
from app.organisation.models import Mandate
from app.organisation.operations import add_seat
from tests.balances.answers import told


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


def test_of_owner_and_committees_the_newest_says_where_the_goal_stands(cast):
    today_, before = today(), today() - timedelta(days=9)
    read_balances(cast.goal, by=cast.mette, reader=Reader.AGREED, committee=cast.top, places={"focus": 2})
    assert (cast.goal.focus, cast.goal.is_agreed) == (2, True)
    late = {"reader": Reader.AGREED, "committee": cast.local, "places": {"focus": -2}}
    read_balances(cast.goal, by=cast.karin, read_on=before, **late)  # an older agreement, entered late
    assert (cast.goal.focus, latest_reading(cast.goal).committee_id) == (2, cast.top.id)
    read_balances(cast.goal, by=cast.karin, places={"focus": 1}, read_on=today_)
    assert (cast.goal.focus, cast.goal.is_agreed) == (1, False)
    read_balances(cast.goal, by=cast.karin, read_on=today_, **late)
    assert (cast.goal.focus, cast.goal.is_agreed) == (-2, True)


def test_of_each_committee_and_reader_there_is_a_newest(cast):
    made = ((cast.local, cast.trine, -1), (cast.top, cast.frederik, 2), (cast.local, cast.trine, 1))
    for committee, by, focus in made:
        read_balances(cast.goal, by=by, reader=Reader.EMPLOYEES, committee=committee, places={"focus": focus})
    assert latest_in(cast.goal, committee_id=cast.local.id, reader=Reader.EMPLOYEES).focus == 1
    assert latest_in(cast.goal, committee_id=cast.top.id, reader=Reader.EMPLOYEES).focus == 2
    assert latest_in(cast.goal, committee_id=cast.top.id, reader=Reader.MANAGEMENT) is None


def test_an_administrator_who_holds_a_seat_is_not_told(cast):
    add_seat(cast.local, mandate=Mandate.ADVISER, user=cast.mads, by=None)
    session().refresh(cast.local)
    read_balances(cast.goal, by=cast.trine, reader=Reader.EMPLOYEES, committee=cast.local, places={"focus": 1})
    assert "balances.side_read" in told(cast.karin)
    assert "balances.side_read" not in told(cast.mads)


def test_a_reading_without_a_committee_tells_nobody(cast):
    read_balances(cast.goal, by=cast.ida, places={"focus": 1})
    assert told(cast.karin) == []
