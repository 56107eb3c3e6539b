from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.goals.models import Aspect
from app.organisation.models import Side
from app.risks.content import Content, Gap, Line, Said, gaps
from app.risks.models import Prevention, Verdict
from app.risks.verdict import ReasonMissing, proposed, settled

WORSE = (Verdict.PREVENTED, Verdict.TIPPING, Verdict.INSUFFICIENT)
risks = st.lists(st.integers(1, 25), max_size=8)
areas = st.integers(0, 6)


def badness(verdict):
    return WORSE.index(verdict)


@given(risks, st.integers(1, 25), areas)
def test_one_more_strain_never_betters_the_verdict(numbers, more, prevented):
    assert badness(proposed([*numbers, more], prevented)) >= badness(proposed(numbers, prevented))


@given(st.lists(st.integers(1, 24), min_size=1, max_size=8), areas, st.data())
def test_a_strain_that_grows_never_betters_the_verdict(numbers, prevented, data):
    at = data.draw(st.integers(0, len(numbers) - 1))
    grown = [number + (1 if index == at else 0) for index, number in enumerate(numbers)]
    assert badness(proposed(grown, prevented)) >= badness(proposed(numbers, prevented))


@given(risks, st.integers(0, 5))
def test_more_prevention_never_worsens_the_verdict(numbers, prevented):
    assert badness(proposed(numbers, prevented + 1)) <= badness(proposed(numbers, prevented))


def test_the_three_verdicts():
    assert proposed([], 0) is Verdict.PREVENTED
    assert proposed([4, 5], 0) is Verdict.PREVENTED
    assert proposed([4, 9], 1) is Verdict.TIPPING
    assert proposed([4, 9], 0) is Verdict.INSUFFICIENT
    assert proposed([12], 6) is Verdict.INSUFFICIENT


@given(st.sampled_from(Verdict), st.none() | st.sampled_from(Verdict), st.sampled_from(["", "  ", "Because."]))
def test_the_rule_is_overruled_only_with_a_reason(rule, chosen, reason):
    if chosen in {None, rule}:
        assert settled(rule, chosen, reason) is rule
    elif reason.strip():
        assert settled(rule, chosen, reason) is chosen
    else:
        with pytest.raises(ReasonMissing):
            settled(rule, chosen, reason)


BOTH = {1: Side.MANAGEMENT, 2: Side.EMPLOYEES}
ANSWERED = dict.fromkeys(Aspect, Said(0))


def content(**said):
    return Content(date(2026, 1, 1), **{"gains": ANSWERED, "participants": BOTH} | said)


def test_a_whole_assessment_has_no_gaps():
    assert gaps(content()) == []


@given(st.sets(st.sampled_from(Aspect)))
def test_each_aspect_is_answered_by_a_gain_or_a_strain(aspects):
    strains = tuple(Line(aspect, "Too much", (2, 2)) for aspect in aspects)
    gains = {aspect: Said(1) for aspect in Aspect if aspect not in aspects}
    assert gaps(content(gains=gains)) == [aspect for aspect in Aspect if aspect in aspects]
    assert gaps(content(gains=gains, lines=strains)) == []


def test_both_sides_take_part():
    assert gaps(content(participants={})) == [Gap.MANAGEMENT, Gap.EMPLOYEES]
    assert gaps(content(participants={1: Side.EMPLOYEES})) == [Gap.MANAGEMENT]


def test_a_reason_stands_for_all_aspects_but_not_beside_strains():
    assert gaps(content(gains={}, no_influence_reason="It is about buildings.")) == []
    lines = (Line(Aspect.TRUST, "Watched", (3, 3)),)
    assert gaps(content(lines=lines, no_influence_reason="It is about buildings.")) == [Gap.CONTRADICTION]


def test_another_verdict_without_a_reason_is_a_gap():
    assert gaps(content(verdict=Verdict.TIPPING)) == [Gap.VERDICT_REASON]
    assert gaps(content(verdict=Verdict.TIPPING, verdict_reason="We know better.")) == []


def test_empty_words_prevent_nothing():
    lines = (Line(Aspect.TRUST, "Watched", (3, 3)),)
    assert content(lines=lines, measures={Prevention.SUPPORT: " "}).proposed is Verdict.INSUFFICIENT
    assert content(lines=lines, measures={Prevention.SUPPORT: "Talks"}).proposed is Verdict.TIPPING
