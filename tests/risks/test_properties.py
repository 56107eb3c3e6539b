"""What holds for every assessment, whatever is said in it."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.goals.models import Aspect
from app.organisation.models import Side
from app.risks.content import Content, Said, gaps
from app.risks.lines import Fate, Flaw, Gone, Last, Line, line_gaps, mark_of, unspoken
from app.risks.matrix import ORDER, STEPS, level_of, number
from app.risks.models import Mark, Prevention

steps = st.sampled_from(STEPS)
places = st.tuples(steps, steps)
words = st.sampled_from(["", "Om mandagen.", "Det fylder."])
reasons = st.sampled_from(["", "  ", "Derfor."])
lines = st.builds(
    Line, st.sampled_from(Aspect), st.sampled_from(["Kø", "Uro", "Hast"]), places, words=words,
    before=st.none() | places, expected=st.none() | places, confirmed=st.booleans(), reason=reasons,
)  # fmt: skip


@st.composite
def numbered(draw, most=6):
    """Lines of different strains."""
    return tuple(replace(line, strain_id=key) for key, line in enumerate(draw(st.lists(lines, max_size=most)), start=1))


def content(said, **more):
    both = {1: Side.MANAGEMENT, 2: Side.EMPLOYEES}
    return Content(date(2026, 1, 1), dict.fromkeys(Aspect, Said(1)), tuple(said), participants=both, **more)


def flaws(said, last, gone=()):
    return [gap.flaw for gap in line_gaps(said, gone, last)]


@given(places, places, st.lists(places, max_size=4))
def test_the_level_never_falls_when_a_strain_shows_more_often_or_is_more_serious(place, other, beside):
    higher = (max(place[0], other[0]), max(place[1], other[1]))
    rest = [number(*one) for one in beside]
    assert ORDER.index(level_of([number(*higher), *rest])) >= ORDER.index(level_of([number(*place), *rest]))


@given(numbered(), st.permutations(range(6)), words)
def test_the_verdict_is_a_function_of_the_places(said, order, other):
    mixed = [replace(said[at], words=other, title=f"{at}", reason=other) for at in order if at < len(said)]
    for measures in ({}, {Prevention.SUPPORT: "Møde"}):
        assert content(mixed, measures=measures).proposed is content(said, measures=measures).proposed


@given(numbered())
def test_nothing_is_expected_to_get_worse_without_a_reason(said):
    silent = [one for one in said if one.expected and number(*one.expected) > one.number and not one.reason.strip()]
    found = gaps(content(said))
    assert [gap.title for gap in found if getattr(gap, "flaw", None) is Flaw.EXPECTED] == [one.title for one in silent]
    if not found:
        assert all(number(*one.expected) <= one.number or one.reason.strip() for one in said if one.expected)


@given(numbered(), st.data())
def test_nothing_falls_without_a_measure_or_a_reason(before, data):
    eased = frozenset(data.draw(st.sets(st.sampled_from([one.strain_id for one in before])))) if before else frozenset()
    now = [replace(one, today=data.draw(places), reason=data.draw(reasons | st.just("Noget nyt."))) for one in before]
    found = gaps(content(now), Last(before, eased))
    for was, line in zip(before, now, strict=True):
        new_words = line.reason.strip() not in {"", was.reason.strip()}
        silent = line.number < was.number and line.strain_id not in eased and not new_words
        lowered = [gap.strain_id for gap in found if getattr(gap, "flaw", None) is Flaw.LOWERED]
        assert (line.strain_id in lowered) == silent


@given(numbered(), st.data())
def test_no_line_of_last_time_is_passed_over(before, data):
    """Each is confirmed, changed, or gone with a reason; whatever is left out is named."""
    last, now, gone, named = Last(before), [], [], set()
    for one in before:
        fate = data.draw(st.none() | st.sampled_from(Fate))
        if fate is Fate.SAME:
            now.append(replace(one, confirmed=True, reason="Derfor."))
        elif fate is Fate.CHANGED:
            now.append(replace(one, words=one.words + "!", reason="Derfor."))
        elif fate is Fate.GONE:
            gone.append(Gone(one.strain_id, "Derfor.", one.aspect, one.title))
        else:
            named.add(one.strain_id)
            now += [replace(unspoken(one), reason="Derfor.")] if data.draw(st.booleans()) else []
    found = line_gaps(now, gone, last)
    assert {gap.strain_id for gap in found} == named
    assert {gap.flaw for gap in found} <= {Flaw.UNTOUCHED}


@given(numbered(), lines)
def test_the_mark_follows_from_what_is_said(before, new):
    last = Last(before)
    assert all(mark_of(one, last) is Mark.UNCHANGED for one in before)
    assert all(mark_of(replace(one, words=one.words + "!"), last) is Mark.CHANGED for one in before)
    assert mark_of(replace(new, title="Et andet sted", strain_id=99), last) is Mark.NEW


@given(numbered())
def test_the_first_assessment_owes_nothing_to_an_earlier_one(said):
    assert set(flaws(said, Last())) <= {Flaw.EXPECTED}
