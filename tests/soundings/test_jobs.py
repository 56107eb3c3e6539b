from datetime import timedelta

import pytest

from app.core import clock
from app.core.clock import now, today
from app.core.db import session
from app.core.jobs import JOBS
from app.soundings.jobs import NotClosed, close_due
from app.soundings.operations import close_sounding
from tests.soundings.answers import board, goal_of, opened, votes


def test_one_that_cannot_be_closed_stops_no_other(cast, monkeypatch):
    committee = board(cast)
    broken, fine = opened(cast, committee), opened(cast, committee, goal=goal_of(cast))
    unless = lambda one, *, by: close_sounding(one, by=by) if one.id != broken.id else 1 // 0  # noqa: E731
    monkeypatch.setattr("app.soundings.jobs.close_sounding", unless)
    with clock.at(now() + timedelta(days=8)), pytest.raises(NotClosed):
        close_due()
    assert fine.is_closed
    session().refresh(broken)
    assert not broken.is_closed


def test_rounds_whose_last_day_is_past_are_closed_once(cast):
    sounding = opened(cast, closes_on=today())
    votes(sounding, cast.otto, cast.trine, cast.bo)
    assert close_due() == 0  # its last day is today
    with clock.at(now() + timedelta(days=1)):
        assert JOBS["soundings.close_due"]() == 1
        assert close_due() == 0
        assert sounding.closed_on == today()
    assert (sounding.taken_part, sounding.closed_by_id) == (3, None)
