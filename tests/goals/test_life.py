"""The life of a goal, its reviews, and what counts as its substance: pure rules."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.goals.life import NEXT, is_announced, may_become
from app.goals.models import Goal, Status
from app.goals.reviews import is_overdue, months_later, not_later_than
from app.goals.substance import FIELDS, digest, substance

TODAY = date(2027, 1, 4)
DATES = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_the_steps_of_its_life():
    steps = {(now, then) for now in Status for then in Status if may_become(now, then)}
    assert steps == {
        (Status.DRAFT, Status.IN_HEARING), (Status.DRAFT, Status.IN_FORCE), (Status.DRAFT, Status.RETIRED),
        (Status.IN_HEARING, Status.DRAFT), (Status.IN_HEARING, Status.IN_FORCE), (Status.IN_HEARING, Status.RETIRED),
        (Status.IN_FORCE, Status.IN_HEARING), (Status.IN_FORCE, Status.RETIRED),
    }  # fmt: skip
    assert NEXT.keys() == set(Status), "every status has its next steps"


@pytest.mark.parametrize(
    ("status", "day", "announced"),
    [
        (Status.IN_FORCE, TODAY + timedelta(days=1), True),
        (Status.IN_FORCE, TODAY, False),
        (Status.IN_FORCE, None, False),
        (Status.DRAFT, TODAY + timedelta(days=1), False),
        (Status.RETIRED, TODAY + timedelta(days=1), False),
    ],
)
def test_announced_is_decided_but_not_yet_counting(status, day, announced):
    assert is_announced(Goal(status=status, takes_effect_on=day), TODAY) is announced


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 24), 12, date(2027, 11, 24)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 1, 31), 0, date(2026, 1, 31)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_months_later_keeps_the_day_or_takes_the_last(day, months, later):
    assert months_later(day, months) == later


@given(DATES, st.integers(0, 36), st.integers(0, 36))
def test_more_months_are_never_earlier(day, few, more):
    assert months_later(day, min(few, more)) <= months_later(day, max(few, more))


@given(st.none() | DATES, DATES, st.integers(1, 36))
def test_the_next_review_is_never_later_than_the_rhythm_allows(wanted, today, months):
    day = not_later_than(wanted, today, months)
    assert day <= months_later(today, months)
    if wanted is not None:
        assert day <= wanted


def test_a_review_is_overdue_from_the_day_after():
    assert is_overdue(TODAY - timedelta(days=1), TODAY)
    assert not is_overdue(TODAY, TODAY)
    assert not is_overdue(None, TODAY)


@pytest.mark.parametrize("name", FIELDS)
def test_a_change_of_substance_is_seen(name):
    before = Goal(title="Et mål")
    after = Goal(title="Et mål", **{name: TODAY if name == "target_on" else 7 if "count" in name else "noget"})
    assert digest(before) != digest(after)
    assert substance(before).keys() == set(FIELDS)


def test_other_words_for_the_purpose_are_no_change_of_substance():
    before = Goal(title="Et mål", purpose="Kort", owner_id=1, next_review_on=TODAY)
    after = Goal(title="Et andet navn", purpose="Langt", owner_id=2, note="x", review_months=3)
    assert digest(before) == digest(after)
