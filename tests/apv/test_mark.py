from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.apv.mark import Mark, due_on, mark_of

DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def test_three_years_later_the_aspect_is_overdue():
    last = date(2024, 2, 29)
    due = due_on(last, 3)
    assert due == date(2027, 2, 28)
    assert mark_of(last, due, 3) is Mark.SOON
    assert mark_of(last, due + timedelta(days=1), 3) is Mark.OVERDUE
    assert mark_of(last, date(2026, 8, 27), 3) is Mark.FINE
    assert mark_of(last, date(2026, 8, 28), 3) is Mark.SOON


def test_what_was_never_mapped_has_no_day():
    assert due_on(None, 3) is None
    assert mark_of(None, date(2026, 1, 1), 3) is Mark.NEVER


@settings(deadline=None)
@given(DAYS, DAYS, st.integers(1, 3))
def test_more_years_are_never_stricter(last, today, years):
    order = [Mark.FINE, Mark.SOON, Mark.OVERDUE]
    assert order.index(mark_of(last, today, years + 1)) <= order.index(mark_of(last, today, years))


@settings(deadline=None)
@given(DAYS, DAYS)
def test_as_time_goes_a_mark_only_worsens(last, today):
    order = [Mark.FINE, Mark.SOON, Mark.OVERDUE]
    assert order.index(mark_of(last, today, 3)) <= order.index(mark_of(last, today + timedelta(days=30), 3))
