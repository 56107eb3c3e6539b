from datetime import timedelta

from app.core import clock
from app.core.clock import now, today
from app.core.jobs import JOBS
from app.soundings.jobs import close_due
from tests.soundings.answers import opened, votes


def test_rounds_whose_last_day_is_past_are_closed_once(cast):
    sounding = opened(cast, closes_on=today())
    votes(sounding, cast.otto, cast.trine, cast.bo)
    assert close_due() == 0  # its last day is today
    with clock.at(now() + timedelta(days=1)):
        assert JOBS["soundings.close_due"]() == 1
        assert close_due() == 0
        assert sounding.closed_on == today()
    assert (sounding.taken_part, sounding.closed_by_id) == (3, None)
