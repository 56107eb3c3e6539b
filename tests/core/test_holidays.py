"""Public holidays, held against the calendar as it was and will be printed."""

from datetime import date

import pytest

from app.core.holidays import free_name, is_free, public_holidays

EASTER_SUNDAYS = {
    2023: (4, 9), 2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16), 2029: (4, 1),
    2030: (4, 21),
}  # fmt: skip


@pytest.mark.parametrize(("year", "day"), EASTER_SUNDAYS.items())
def test_easter_sunday(year, day):
    assert public_holidays(year)[date(year, *day)]._args[0] == "Easter Sunday"


def test_the_year_2026_whole():
    days = [(1, 1), (4, 2), (4, 3), (4, 5), (4, 6), (5, 14), (5, 24), (5, 25), (12, 25), (12, 26)]
    assert list(public_holidays(2026)) == [date(2026, *day) for day in days]


def test_great_prayer_day_was_a_holiday_until_2023():
    assert free_name(date(2023, 5, 5)) is not None
    assert free_name(date(2024, 4, 26)) is None
    assert all(len(public_holidays(year)) == 10 for year in range(2024, 2031))


def test_weekends_are_free_as_well():
    assert is_free(date(2026, 11, 28))
    assert is_free(date(2026, 12, 25))
    assert not is_free(date(2026, 11, 26))
