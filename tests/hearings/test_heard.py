"""Whether a goal counts as heard and its group as briefed: the rules alone."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.goals.gate import HEARD
from app.hearings.heard import briefing_state, is_outdated, state_of
from app.hearings.models import Outcome, Phase, Stage

NOW, THEN = "now", "then"
NEAR, FAR = 1, 2


def hearing(stage=Stage.CLOSED, committee_id=NEAR, substance=NOW, silent=(), outcome=Outcome.UNCHANGED):
    return SimpleNamespace(
        stage=stage,
        committee_id=committee_id,
        substance=substance,
        silent=list(silent),
        is_open=stage is Stage.OPEN,
        outcome=outcome,
    )


def told(committee=True, group=True, phase=Phase.BEFORE, substance=NOW):
    return SimpleNamespace(phase=phase, committee_on=committee or None, group_on=group or None, substance=substance)


@pytest.mark.parametrize(
    ("hearings", "word"),
    [
        ([], "unheard"),
        ([hearing()], "heard"),
        ([hearing(silent=["employees"])], "heard_in_part"),
        ([hearing(silent=["management", "employees"])], "nobody_answered"),
        ([hearing(outcome=Outcome.DROPPED)], "hearing_dropped"),
        ([hearing(outcome=Outcome.ADJUSTED)], "heard"),
        ([hearing(Stage.NOT_SOUGHT), hearing(outcome=Outcome.DROPPED)], "hearing_dropped"),
        ([hearing(Stage.NOT_SOUGHT), hearing(silent=["employees"])], "heard_in_part"),
        ([hearing(Stage.NOT_SOUGHT), hearing(substance=THEN)], "not_sought"),
        ([hearing(Stage.OPEN)], "in_hearing"),
        ([hearing(Stage.OPEN, FAR), hearing()], "in_hearing"),
        ([hearing(Stage.WITHDRAWN)], "unheard"),
        ([hearing(Stage.WITHDRAWN), hearing()], "heard"),
        ([hearing(committee_id=FAR)], "heard_elsewhere"),
        ([hearing(committee_id=FAR), hearing()], "heard"),
        ([hearing(Stage.NOT_SOUGHT)], "not_sought"),
        ([hearing(Stage.NOT_SOUGHT, None)], "not_sought"),
        ([hearing(Stage.NOT_SOUGHT, substance=THEN)], "hearing_outdated"),
        ([hearing(substance=THEN)], "hearing_outdated"),
        ([hearing(), hearing(substance=THEN)], "heard"),
    ],
)
def test_the_word_of_the_gate(hearings, word):
    assert state_of(hearings, {NEAR}, NOW)[0] == word


def test_where_no_committee_covers_the_unit_any_committees_word_counts():
    assert state_of([hearing(committee_id=FAR)], set(), NOW)[0] == "heard"


HEARINGS = st.lists(
    st.builds(
        hearing, st.sampled_from(Stage), st.sampled_from([NEAR, FAR]), st.sampled_from([NOW, THEN]),
        st.sampled_from([(), ("employees",)]),
    ),
    max_size=5,
)  # fmt: skip


@given(HEARINGS)
def test_nothing_is_heard_while_it_is_open_or_about_another_version(hearings):
    word, about = state_of(hearings, {NEAR}, NOW)
    if word in HEARD:
        assert not any(one.is_open for one in hearings)
        assert about.substance == NOW
        assert about.committee_id == NEAR
        assert about.stage in {Stage.CLOSED, Stage.NOT_SOUGHT}


@given(HEARINGS)
def test_only_withdrawn_hearings_leave_no_mark(hearings):
    assert (state_of(hearings, {NEAR}, NOW)[0] == "unheard") is all(
        one.stage is Stage.WITHDRAWN or (one.stage is Stage.NOT_SOUGHT and one.committee_id == FAR) for one in hearings
    )


def test_what_was_withdrawn_is_never_outdated():
    assert is_outdated(hearing(substance=THEN), NOW)
    assert not is_outdated(hearing(Stage.WITHDRAWN, substance=THEN), NOW)
    assert not is_outdated(hearing(), NOW)


@pytest.mark.parametrize(
    ("briefings", "word"),
    [
        ([], "unbriefed"),
        ([told()], "briefed"),
        ([told(committee=False)], "briefed"),
        ([told(group=False)], "briefed_in_part"),
        ([told(phase=Phase.AFTER)], "unbriefed"),
        ([told(substance=THEN)], "briefing_outdated"),
        ([told(group=False), told()], "briefed"),
    ],
)
def test_the_group_is_briefed_once_it_has_been_told_of_the_goal_as_it_is(briefings, word):
    assert briefing_state(briefings, NOW)[0] == word
