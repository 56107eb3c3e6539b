"""The demo's barriers and tensions tell their stories, and its heaviest unit is found."""

from __future__ import annotations

from collections import Counter

import pytest
import sqlalchemy as sa

from app.barriers.models import Barrier, BarrierStatus
from app.barriers.policy import may_settle
from app.core.clock import today
from app.core.db import session
from app.load.lists import row_each
from app.load.models import Tension
from app.load.queries import load_of_open_units, open_tensions
from app.organisation.viewers import with_standing
from app.people.models import User

pytestmark = pytest.mark.usefixtures("solbaek")


def test_barriers_are_open_late_removed_and_staying() -> None:
    found = session().scalars(sa.select(Barrier)).all()
    assert Counter(one.status for one in found) == {
        BarrierStatus.OPEN: 5, BarrierStatus.REMOVED: 2, BarrierStatus.STAYS: 1,
    }  # fmt: skip
    assert [one.goal.code for one in found if one.is_open and one.due_on and one.due_on < today()] == ["M-0015"]
    assert sorted(one.goal.code for one in found if one.is_open and one.owner is None) == ["M-0026", "M-0033"]
    assert all(may_settle(with_standing(one.owner), one) for one in found if one.is_open and one.owner)


def test_the_phone_and_the_contacts_we_cause_still_pull_against_each_other() -> None:
    pairs = {(one.goal.code, one.other.code) for one in session().scalars(open_tensions())}
    assert pairs == {("M-0002", "M-0003"), ("M-0012", "M-0013"), ("M-0018", "M-0019")}
    assert session().scalar(sa.select(sa.func.count(Tension.id)).where(Tension.ended_on.is_not(None))) == 1


def test_one_unit_has_many_hours() -> None:
    ida = session().scalars(sa.select(User).where(User.name == "Ida Møllegård")).one()
    rows = session().scalars(load_of_open_units(with_standing(ida))).all()
    assert [row.name for row in rows if (row_each(row) or 0) >= 30] == ["Plejecenter Ellekrogen"]
