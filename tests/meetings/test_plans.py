from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.meetings.deadlines import agenda_by, days_short, proposals_by
from app.meetings.plans import Doubt, a_year_later, doubts

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@given(DAYS)
def test_a_year_later_is_the_same_weekday_near_the_same_date(day):
    later = a_year_later(day)
    assert later.weekday() == day.weekday()
    assert (later.year, later.month) == (day.year + 1, day.month)
    assert (later.day - 1) // 7 == (day.day - 1) // 7 or (day.day > 28 and later.day > 21)


def test_it_keeps_its_place_in_the_month():
    assert a_year_later(date(2026, 11, 19)) == date(2027, 11, 18)
    assert a_year_later(date(2026, 9, 24)) == date(2027, 9, 23)


def test_what_to_think_of_once_more():
    days = [date(2027, 3, 26), date(2027, 7, 7), date(2027, 9, 1), date(2027, 9, 4)]
    assert doubts(days, [date(2027, 9, 1)]) == [
        Doubt(days[0], "free"), Doubt(days[1], "pause"), Doubt(days[2], "taken"), Doubt(days[3], "free"),
    ]  # fmt: skip
    assert doubts([date(2027, 9, 2)]) == []


@given(DAYS, st.integers(0, 60))
def test_deadlines_count_backwards(day, days):
    assert (day - agenda_by(day, days)).days == days == (day - proposals_by(day, days)).days
    assert days_short(agenda_by(day, days), day, days) == 0
    assert days_short(day, day, days) == days
