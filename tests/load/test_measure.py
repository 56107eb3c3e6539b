"""What is counted never turns negative, and more never counts as less."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.load.measure import Persons, each_hours, group_size, hours_a_year, person_minutes, persons_of

few = st.integers(0, 5000)
perhaps = st.none() | few
weeks = st.integers(30, 52)


@given(perhaps, perhaps, weeks)
def test_hours_are_never_negative(minutes, persons, number):
    assert hours_a_year(person_minutes(minutes, persons), number) >= 0


@given(few, few, few, few, weeks)
def test_more_minutes_or_more_persons_never_come_to_fewer_hours(minutes, persons, more_minutes, more_persons, number):
    less = hours_a_year(person_minutes(minutes, persons), number)
    assert less <= hours_a_year(person_minutes(minutes + more_minutes, persons), number)
    assert less <= hours_a_year(person_minutes(minutes, persons + more_persons), number)


@given(st.lists(st.tuples(perhaps, perhaps), max_size=20), weeks)
def test_the_sum_is_that_of_the_goals(goals, number):
    each = [person_minutes(minutes, persons) for minutes, persons in goals]
    whole, parts = hours_a_year(sum(each), number), sum(hours_a_year(minutes, number) for minutes in each)
    assert abs(whole - parts) <= Decimal("0.5") * (len(goals) + 1)


@given(st.lists(st.tuples(few, few), min_size=1, max_size=20), perhaps, weeks)
def test_nobody_registers_longer_than_all_goals_ask_of_one(goals, headcount, number):
    persons = group_size(headcount, max(count for _minutes, count in goals))
    each = each_hours(sum(person_minutes(*goal) for goal in goals), persons, number)
    if each is not None:
        assert each <= hours_a_year(sum(minutes for minutes, _count in goals), number)


@given(perhaps, perhaps)
def test_what_was_said_goes_before_the_head_count(measured, headcount):
    found = persons_of(measured, headcount)
    if measured is not None:
        assert found == Persons(measured, is_guessed=False)
    else:
        assert found == Persons(headcount, is_guessed=headcount is not None)


def test_a_worked_example():
    """15, 5 and 70 minutes a week of 112, 112 and 98 people, 44 weeks a year."""
    minutes = person_minutes(15, 112) + person_minutes(5, 112) + person_minutes(70, 98)
    assert hours_a_year(minutes, 44) == 6673
    assert each_hours(minutes, group_size(112, 112), 44) == 60
    assert hours_a_year(5, 44) == Decimal("3.7")
    assert each_hours(5, 0, 44) is None
