"""Marks stay inside their ring and month, and never lie on one another."""

import math
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.wheel.geometry import (
    CENTRE,
    HUB,
    INNER,
    RADII,
    REACH,
    SECTOR,
    SPACE,
    angle_of,
    placed,
    point,
    room_for,
    sector,
    upright,
)
from app.wheel.marks import Kind, Mark, counted, year_of

MARKS = st.builds(
    lambda kind, days, known: Mark(kind, date(2026, 1, 1) + timedelta(days=days), "x", ("a", {}), day_known=known),
    st.sampled_from(Kind), st.integers(0, 364), st.booleans(),
)  # fmt: skip


def wheel(marks, few=5):
    found = {kind: counted([mark for mark in marks if mark.kind is kind], few=few) for kind in Kind}
    return list(placed(year_of(2026, found).months))


@given(st.lists(MARKS, max_size=150))
def test_marks_lie_inside_their_ring_and_month_and_apart(marks):
    there = wheel(marks)
    for one in there:
        assert one.radius - REACH >= HUB
        assert one.radius + REACH <= INNER
        assert SECTOR * (one.month - 1) < one.angle < SECTOR * one.month
        assert math.isclose(math.dist((one.x, one.y), (CENTRE, CENTRE)), one.radius)
    for place, one in enumerate(there):
        for other in there[place + 1 :]:
            assert math.dist((one.x, one.y), (other.x, other.y)) > min(SPACE, 2 * REACH) - 0.01


@given(st.lists(MARKS, max_size=150))
def test_nothing_is_forgotten(marks):
    assert sum(one.count for one in wheel(marks)) == len(marks)


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_later_in_the_year_is_further_round(day):
    assert SECTOR * (day.month - 1) < angle_of(day) < SECTOR * day.month
    if (day + timedelta(days=1)).year == day.year:
        assert angle_of(day) < angle_of(day + timedelta(days=1))


def test_a_month_without_anything_and_one_with_300():
    one_day = Mark(Kind.REVIEW, date(2026, 5, 4), "x", ("a", {}))
    assert wheel([]) == []
    (alone,) = wheel([one_day] * 300)
    assert (alone.mark, alone.count, alone.month) == (None, 300, 5)
    assert len(wheel([one_day] * room_for(Kind.REVIEW))) == room_for(Kind.REVIEW)


def test_january_begins_at_the_top_and_names_are_not_upside_down():
    assert point(0, 100) == (CENTRE, CENTRE - 100)
    assert sector(1).startswith("M36")
    for month in range(1, 13):
        assert not 90 < upright(month) % 360 < 270


def test_outer_rings_hold_more():
    assert [room_for(kind) for kind in Kind] == sorted((room_for(kind) for kind in Kind), reverse=True)
    assert min(RADII.values()) == RADII[Kind.DUTY]
