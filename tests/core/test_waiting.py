from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.waiting import day_of, late_before, owed_by, waiting

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone


@given(MOMENTS, st.integers(0, 200), st.integers(1, 90))
def test_late_is_one_thing_in_words_on_the_desk_and_in_the_database(since, days, limit):
    today = day_of(since) + timedelta(days=days)
    waits = waiting(since, today, limit)
    assert waits.days == days
    assert (waits.over > 0) is (owed_by(since, limit) < today) is (since < late_before(today, limit))


@pytest.mark.parametrize(
    ("days", "age", "lateness"),
    [
        (0, "Waiting for an answer since today", ""),
        (1, "Waiting for an answer for 1 day", ""),
        (14, "Waiting for an answer for 14 days", ""),
        (15, "Waiting for an answer for 15 days", "1 day past the limit"),
        (17, "Waiting for an answer for 17 days", "3 days past the limit"),
    ],
)
def test_in_words(app, days, age, lateness):
    with app.test_request_context(headers={"Cookie": "language=en"}):
        waits = waiting(datetime(2027, 3, 1, 12, tzinfo=UTC), date(2027, 3, 1) + timedelta(days=days), 14)
        assert (waits.age, waits.lateness) == (age, lateness)


def test_a_day_ends_at_midnight_in_denmark():
    assert day_of(datetime(2027, 7, 1, 22, 30, tzinfo=UTC)) == date(2027, 7, 2)
    assert late_before(date(2027, 7, 15), 14) == datetime(2027, 6, 30, 22, tzinfo=UTC)
