"""The score lies between 0 and 100, and a finding never raises it."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.checks.score import COSTS, Severity, by_unit, counted, goal_score, score_of

COUNTS = st.fixed_dictionaries({severity: st.integers(0, 12) for severity in Severity})
GOALS = st.lists(COUNTS, min_size=1, max_size=8)


@given(COUNTS)
def test_a_goal_scores_between_0_and_100(counts):
    assert 0 <= goal_score(counts) <= 100


@given(GOALS)
def test_a_unit_scores_between_its_goals(found):
    scores = [goal_score(counts) for counts in found]
    score = score_of(found)
    assert min(scores) <= score.value <= max(scores)
    assert score.goals == len(found)
    assert score.serious == sum(counts[Severity.SERIOUS] for counts in found)
    assert score.moderate == sum(counts[Severity.MODERATE] for counts in found)
    assert score.notes == sum(counts[Severity.NOTE] for counts in found)


@given(GOALS, st.integers(0, 7), st.sampled_from(Severity))
def test_a_finding_never_raises_it(found, which, severity):
    more = [dict(counts) for counts in found]
    more[which % len(more)][severity] += 1
    assert score_of(more).value <= score_of(found).value


def test_what_each_finding_costs():
    assert goal_score({}) == 100
    assert goal_score({Severity.SERIOUS: 1}) == 75
    assert goal_score({Severity.MODERATE: 1}) == 90
    assert goal_score({Severity.NOTE: 1}) == 97
    assert goal_score({Severity.SERIOUS: 5}) == 0
    assert list(COSTS.values()) == sorted(COSTS.values(), reverse=True)


def test_no_goals_have_no_score():
    assert score_of([]) is None


def test_the_mean_is_said_with_one_decimal():
    assert score_of([{Severity.NOTE: 1}, {}, {}, {}]).value == Decimal("99.3")  # 99.25, rounded up


def test_what_is_found_elsewhere_does_not_count():
    found = counted([1, 2], [(Severity.SERIOUS, {1, 3}), (Severity.SERIOUS, {1}), (Severity.NOTE, {2})])
    assert found == {1: {Severity.SERIOUS: 2}, 2: {Severity.NOTE: 1}}


def test_a_unit_counts_what_lies_below_it():
    found = by_unit({1: "/1/2/", 2: "/1/3/"}, {1: {Severity.SERIOUS: 1}, 2: {}})
    assert {unit: score.value for unit, score in found.items()} == {1: Decimal("87.5"), 2: 75, 3: 100}
    assert found[1].goals == 2
