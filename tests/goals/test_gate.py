"""The gate, point by point: what is asked, what is missing, what opens it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.goals.gate import DEFAULT_LEVELS, NOTICE_DAYS, GateFacts, Level, Point, State, check

DAY = date(2027, 1, 4)
READY = GateFacts(
    linked=True, balances_read=4, measured_told=True, assessed=True, assessed_by_both_sides=True, review_on=DAY,
    starts_on=DAY, hearing="heard", briefing="briefed",
)  # fmt: skip
CONTROL = replace(READY, is_control_measure=True)


def state_of(facts, point, levels=DEFAULT_LEVELS):
    return next((checked.state, checked.why) for checked in check(facts, levels).points if checked.point is point)


def test_a_goal_with_everything_in_place_may_start():
    assert check(READY).is_open
    assert not check(READY).having(State.WARNING)


def test_an_empty_draft_lacks_every_required_point():
    missing = {checked.point for checked in check(GateFacts()).having(State.MISSING)}
    assert missing == {
        Point.OBJECTIVE, Point.BALANCES, Point.MEASURED, Point.ASSESSMENT, Point.HEARING, Point.REVIEW,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "point", "state", "why"),
    [
        (replace(READY, linked=False), Point.OBJECTIVE, State.MISSING, "unlinked"),
        (replace(READY, linked=False, reason_without_link=True), Point.OBJECTIVE, State.OK, "reasoned"),
        (replace(READY, balances_read=3), Point.BALANCES, State.MISSING, "unread"),
        (replace(READY, measured_told=False), Point.MEASURED, State.MISSING, "untold"),
        (replace(READY, assessed=False), Point.ASSESSMENT, State.MISSING, "unassessed"),
        (replace(READY, assessment_outdated=True), Point.ASSESSMENT, State.MISSING, "outdated"),
        (replace(READY, assessed_by_both_sides=False), Point.ASSESSMENT, State.MISSING, "one_sided"),
        (replace(READY, review_on=None), Point.REVIEW, State.MISSING, "undated"),
        (READY, Point.NOTICE, State.OK, "no_control"),
        (CONTROL, Point.NOTICE, State.WARNING, "no_notice"),
        (READY, Point.HEARING, State.OK, "heard"),
        (replace(READY, hearing="heard_in_part"), Point.HEARING, State.OK, "heard_in_part"),
        (replace(READY, hearing="not_sought"), Point.HEARING, State.OK, "not_sought"),
        (replace(READY, hearing="unheard"), Point.HEARING, State.MISSING, "unheard"),
        (replace(READY, hearing="in_hearing"), Point.HEARING, State.MISSING, "in_hearing"),
        (replace(READY, hearing="hearing_outdated"), Point.HEARING, State.MISSING, "hearing_outdated"),
        (replace(READY, hearing="heard_elsewhere"), Point.HEARING, State.MISSING, "heard_elsewhere"),
        (READY, Point.BRIEFING, State.OK, "briefed"),
        (replace(READY, briefing="unbriefed"), Point.BRIEFING, State.WARNING, "unbriefed"),
        (replace(READY, briefing="briefing_outdated"), Point.BRIEFING, State.WARNING, "briefing_outdated"),
    ],
)
def test_each_point_says_its_state_and_why(facts, point, state, why):
    assert state_of(facts, point) == (state, why)


@pytest.mark.parametrize(
    ("days", "state"),
    [(NOTICE_DAYS, State.OK), (NOTICE_DAYS - 1, State.WARNING), (NOTICE_DAYS + 1, State.OK)],
)
def test_a_control_measure_is_announced_so_many_days_before(days, state):
    facts = replace(CONTROL, notice_given_on=DAY - timedelta(days=days))
    assert state_of(facts, Point.NOTICE)[0] is state
    assert state_of(replace(facts, starts_on=None), Point.NOTICE) == (State.WARNING, "too_soon")


def test_the_settings_decide_what_stops_what_warns_and_what_is_not_asked():
    facts = replace(READY, hearing="unheard")
    for level, state in ((Level.REQUIRED, State.MISSING), (Level.WARNS, State.WARNING), (Level.OFF, State.OFF)):
        levels = {**DEFAULT_LEVELS, Point.HEARING: level}
        assert state_of(facts, Point.HEARING, levels)[0] is state
        assert check(facts, levels).is_open is (level is not Level.REQUIRED)


def test_what_was_passed_over_is_shown_as_that_and_not_as_fine():
    gate = check(GateFacts(passed_over=EVERYTHING))
    assert gate.is_open
    assert {checked.point for checked in gate.having(State.PASSED_OVER)} == {
        Point.OBJECTIVE, Point.BALANCES, Point.MEASURED, Point.ASSESSMENT, Point.HEARING, Point.REVIEW,
    }  # fmt: skip
    assert state_of(replace(READY, passed_over=EVERYTHING), Point.REVIEW)[0] is State.OK


def test_a_reason_excuses_the_lack_it_was_given_for_and_no_later_one():
    facts = replace(READY, assessed=False, passed_over=frozenset({"assessment:unassessed"}))
    assert state_of(facts, Point.ASSESSMENT)[0] is State.PASSED_OVER
    later = replace(facts, assessed=True, assessment_outdated=True)
    assert state_of(later, Point.ASSESSMENT) == (State.MISSING, "outdated")
    assert state_of(replace(facts, review_on=None), Point.REVIEW)[0] is State.MISSING


EVERYTHING = frozenset(check(GateFacts()).lacks)
LEVELS = st.fixed_dictionaries({point: st.sampled_from(Level) for point in Point})
FACTS = st.builds(
    GateFacts, linked=st.booleans(), reason_without_link=st.booleans(), balances_read=st.integers(0, 4),
    measured_told=st.booleans(), assessed=st.booleans(), assessed_by_both_sides=st.booleans(),
    assessment_outdated=st.booleans(),
    hearing=st.sampled_from(["unheard", "heard", "heard_in_part", "not_sought", "in_hearing", "hearing_outdated"]),
    is_control_measure=st.booleans(),
    notice_given_on=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)), starts_on=st.none() | st.just(DAY),
    briefing=st.sampled_from(["briefed", "unbriefed", "briefed_in_part", "briefing_outdated"]),
    review_on=st.none() | st.just(DAY),
)  # fmt: skip


@given(FACTS, LEVELS)
def test_it_stops_exactly_when_a_required_point_is_missing(facts, levels):
    gate = check(facts, levels)
    assert [checked.point for checked in gate.points] == list(Point)
    required = {point for point, level in levels.items() if level is Level.REQUIRED}
    assert {checked.point for checked in gate.having(State.MISSING)} <= required
    assert gate.is_open is (not gate.having(State.MISSING))
    assert {checked.point for checked in gate.asked} == {p for p, level in levels.items() if level is not Level.OFF}


@given(FACTS, LEVELS)
def test_doing_more_never_closes_it(facts, levels):
    done = replace(facts, linked=True, balances_read=4, measured_told=True, assessed=True, assessed_by_both_sides=True,
                   assessment_outdated=False, hearing="heard", briefing="briefed", review_on=DAY)  # fmt: skip
    if check(facts, levels).is_open:
        assert check(done, levels).is_open
