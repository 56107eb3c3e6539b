"""From which seats one reads for a side or records an agreement: pure, from where a person stands."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from app.balances.chairs import records_for, seats_that_record, seats_with_side
from app.balances.policy import (
    may_read_for_side,
    may_read_practice_for_side,
    may_record_agreement,
    may_record_practice_agreement,
)
from app.goals.models import Goal, Status
from app.organisation.models import Committee, Function, Mandate, Side, Unit
from app.organisation.standing import SeatFact, Standing, attach

UNIT = Unit(path="/1/2/3/")
ELSEWHERE = Unit(path="/1/9/")


def seat(committee_id, *paths, side=Side.EMPLOYEES, function=Function.MEMBER):
    return SeatFact(committee_id, f"Udvalg {committee_id}", side, Mandate.SHOP_STEWARD, function, paths)


def person(*seats):
    return attach(SimpleNamespace(), Standing(seats=seats))


def test_the_nearest_committee_comes_first():
    standing = Standing(seats=(seat(1, "/1/"), seat(2, "/1/9/", "/1/2/3/"), seat(3, "/1/2/"), seat(4, "/1/9/")))
    assert [one.committee_id for one in seats_with_side(standing, UNIT)] == [2, 3, 1]


def test_two_seats_in_one_committee_are_one_choice():
    standing = Standing(seats=(seat(1, "/1/", side=None, function=Function.SECRETARY), seat(1, "/1/"), seat(1, "/1/")))
    assert [one.side for one in seats_with_side(standing, UNIT)] == [Side.EMPLOYEES]
    assert [one.function for one in seats_that_record(standing, UNIT)] == [Function.SECRETARY]


@pytest.mark.parametrize("status", Status)
def test_a_side_reads_until_the_goal_is_retired(status):
    goal = Goal(status=status, unit=UNIT)
    assert may_read_for_side(person(seat(1, "/1/")), goal) == (status is not Status.RETIRED)
    assert not may_read_for_side(person(seat(1, "/1/", side=None)), goal)
    assert not may_read_for_side(person(seat(1, "/1/9/")), goal)
    assert not may_read_for_side(person(), goal)


@pytest.mark.parametrize(("function", "allowed"), [
    (Function.CHAIR, True), (Function.VICE_CHAIR, True), (Function.SECRETARY, True), (Function.MEMBER, False),
])  # fmt: skip
def test_chair_vice_chair_and_secretary_record(function, allowed):
    goal = Goal(status=Status.IN_HEARING, unit=UNIT)
    one = person(seat(1, "/1/2/", function=function, side=None))
    assert may_record_agreement(one, goal) == allowed
    assert may_record_practice_agreement(one, Committee(id=1)) == allowed
    assert not may_record_practice_agreement(one, Committee(id=2))
    assert not may_record_agreement(one, Goal(status=Status.IN_FORCE, unit=ELSEWHERE))
    assert not may_record_agreement(one, Goal(status=Status.RETIRED, unit=UNIT))


def test_the_practice_is_read_by_those_on_a_side_of_that_committee():
    assert may_read_practice_for_side(person(seat(1, "/1/")), Committee(id=1))
    assert not may_read_practice_for_side(person(seat(1, "/1/")), Committee(id=2))
    assert not may_read_practice_for_side(person(seat(1, "/1/", side=None)), Committee(id=1))
    assert not records_for(Standing(), 1)
