"""What the register brings up: pure, so asked of many made-up registers."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.meetings.agenda import Facts, GoalFacts, change, drawn
from app.meetings.models import ItemKind

DAY = date(2027, 9, 24)
days = st.none() | st.integers(-400, 400).map(lambda n: DAY + timedelta(days=n))
counts = st.integers(0, 5)
goals = st.builds(
    GoalFacts, goal_id=st.integers(1, 30), number=st.integers(1, 99), review_on=days, hearing_until=days,
    late_questions=counts, is_high=st.booleans(), is_raised=st.booleans(), owes_result=st.booleans(),
)  # fmt: skip
facts = st.builds(
    Facts, held_on=st.just(DAY), today=st.just(DAY - timedelta(days=21)),
    goals=st.lists(goals, max_size=12, unique_by=lambda one: one.goal_id),
    unapproved=st.none() | st.tuples(st.integers(1, 9), st.just(DAY)), overdue_actions=counts,
)  # fmt: skip
keys = st.sampled_from([f"goal:{n}" for n in range(1, 31)] + ["actions", "minutes:3"])


@given(facts)
def test_nothing_comes_up_twice_and_nothing_without_a_reason(given_facts):
    found = drawn(given_facts)
    assert len({one.key for one in found}) == len(found)
    assert all(one.reasons for one in found)


@given(facts)
def test_drawing_twice_adds_nothing(given_facts):
    found = drawn(given_facts)
    first = change({}, found)
    again = change({one.key: False for one in first.added}, drawn(given_facts))
    assert not again.added
    assert not again.gone


@given(facts, st.dictionaries(keys, st.booleans()), st.sets(keys))
def test_nothing_that_people_kept_is_lost_or_doubled(given_facts, now, elsewhere):
    what = change(now, drawn(given_facts), elsewhere=elsewhere)
    assert not what.gone & {key for key, is_kept in now.items() if is_kept}
    added = {one.key for one in what.added}
    assert not added & (now.keys() | elsewhere)
    assert what.updated.keys() <= now.keys()


def about(**more):
    return drawn(Facts(DAY, DAY - timedelta(days=21), [GoalFacts(goal_id=1, number=1, **more)]))


def test_a_review_on_the_day_comes_up_and_one_after_it_does_not():
    assert about(review_on=DAY)[0].reasons == [{"code": "review", "on": "2027-09-24"}]
    assert about(review_on=DAY + timedelta(days=1)) == []


def test_the_reasons_of_a_goal_stand_together_and_a_review_is_decided_on():
    (one,) = about(review_on=DAY - timedelta(days=90), late_questions=2, is_high=True, owes_result=True)
    assert [reason["code"] for reason in one.reasons] == ["overdue", "questions", "high", "result"]
    assert one.kind is ItemKind.DECISION
    assert about(is_high=True)[0].kind is ItemKind.DISCUSSION
    assert about(owes_result=True)[0].kind is ItemKind.INFORMATION


def test_a_goal_without_a_reason_stays_away():
    assert about() == []
