"""Dates as marks, and the duties of a year."""

from datetime import date

import pytest

from app.wheel.marks import Found, Kind, Mark, counted, year_of
from app.wheel.models import YearlyDuty
from app.wheel.shipped import SHIPPED
from app.wheel.yearly import Duty, duties_of, marks_of, shipped


def mark(day, kind=Kind.REVIEW, **more):
    return Mark(kind, day, "x", ("a", {}), **more)


def test_only_the_first_few_of_a_month_are_kept_and_all_are_counted():
    found = counted([mark(date(2026, 3, day), is_late=day < 3) for day in range(1, 10)], few=4)
    assert (len(found.marks), found.counts, found.late) == (4, {3: 9}, 2)
    month = year_of(2026, {Kind.REVIEW: found}).months[2]
    assert (month.count, month.lanes[0].left_out) == (9, 5)
    assert month.lanes[0].is_late


def test_a_year_has_twelve_months_also_when_nothing_is_in_it():
    year = year_of(2026, {Kind.REVIEW: Found()})
    assert (len(year.months), year.count, year.late) == (12, 0, 0)
    assert all(month.marks == [] for month in year.months)


def test_what_has_no_day_comes_first_in_its_month():
    some_time, early = mark(date(2026, 3, 1), Kind.DUTY, day_known=False), mark(date(2026, 3, 1))
    found = {Kind.REVIEW: counted([early], few=5), Kind.DUTY: counted([some_time], few=5)}
    assert year_of(2026, found).months[2].marks == [some_time, early]


@pytest.mark.parametrize(
    ("every", "first", "years"),
    [(1, None, {2025, 2026, 2027, 2028}), (1, 2027, {2027, 2028}), (3, None, {2025, 2026, 2027, 2028}),
     (3, 2025, {2025, 2028}), (2, 2026, {2026, 2028})],
)  # fmt: skip
def test_in_which_years_a_duty_falls(every, first, years):
    duty = Duty("1", "x", "", 5, every_years=every, first_year=first)
    assert {year for year in range(2025, 2029) if duty.falls_in(year)} == years


def test_an_ended_duty_stays_in_the_years_before():
    duty = Duty("1", "x", "", 5, day=4, ended_on=date(2026, 5, 4))
    assert [duty.falls_in(year) for year in (2025, 2026, 2027)] == [True, True, False]


def test_the_last_of_february_is_in_every_year():
    assert Duty("1", "x", "", 2, day=31).day_in(2026) == date(2026, 2, 28)


def test_a_row_stands_in_place_of_what_came_with_the_program():
    row = YearlyDuty(id=1, key="budget", title="", note="", month=9, day=1, every_years=1, version=1)
    found = {duty.name: duty for duty in duties_of([row])}
    assert set(found) == set(SHIPPED)
    assert (found["budget"].month, found["budget"].title) == (9, SHIPPED["budget"].title)
    assert (shipped("absence").row, shipped("absence").version) == (None, 0)


def test_marks_lead_to_their_duty():
    (found,) = marks_of([Duty("7", "x", "", 5)], 2026, committee_id=1)
    assert found.leads_to == ("wheel.duties", {"_anchor": "duty-7"})
    assert (found.day, found.day_known) == (date(2026, 5, 1), False)
