from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.goals.models import Aspect, RiskLevel
from app.risks.lines import Line
from app.risks.matrix import ORDER, STEPS, Bands, band, grid, highest, level_of, number
from app.risks.picture import HEIGHT, WIDTH, Layers, picture

steps = st.sampled_from(STEPS)


@st.composite
def bands(draw):
    low = draw(st.integers(1, 23))
    return Bands(low, draw(st.integers(low + 1, 24)))


def rank(level):
    return ORDER.index(level)


@given(steps, steps, bands())
def test_more_often_or_more_serious_is_never_a_lower_level(probability, consequence, limits):
    here = rank(band(number(probability, consequence), limits))
    if probability < 5:
        assert rank(band(number(probability + 1, consequence), limits)) >= here
    if consequence < 5:
        assert rank(band(number(probability, consequence + 1), limits)) >= here


@given(steps, steps)
def test_probability_and_consequence_weigh_the_same(probability, consequence):
    assert number(probability, consequence) == number(consequence, probability)


@given(st.lists(st.integers(1, 25)), st.integers(1, 25), bands())
def test_one_more_strain_never_lowers_the_level_of_the_goal(risks, more, limits):
    assert rank(level_of([*risks, more], limits)) >= rank(level_of(risks, limits))
    assert level_of(sorted(risks), limits) is level_of(risks, limits)


def test_the_bands_of_the_design():
    found = [[cell.level.value[0] for cell in row] for row in grid()]
    assert found == [list("lmhhh"), list("lmhhh"), list("lmmhh"), list("llmmm"), list("lllll")]
    assert [cell.number for cell in grid()[0]] == [5, 10, 15, 20, 25]


def test_without_strains_the_level_is_low():
    assert level_of([]) is RiskLevel.LOW
    assert highest([]) is RiskLevel.LOW
    assert highest([RiskLevel.MEDIUM, RiskLevel.LOW]) is RiskLevel.MEDIUM


@pytest.mark.parametrize(("low", "medium"), [(0, 10), (10, 10), (5, 25)])
def test_bands_that_hold_nothing_are_refused(low, medium):
    with pytest.raises(ValueError, match="bands"):
        Bands(low, medium)


@pytest.mark.parametrize("place", [(0, 1), (1, 6), (-1, 3)])
def test_a_place_off_the_scale_is_refused(place):
    with pytest.raises(ValueError, match=str(place[0])):
        number(*place)


lines = st.lists(st.tuples(steps, steps), min_size=1, max_size=7)


def drawn(places, earlier=()):
    def line(index, place):
        return Line(Aspect.TRUST, f"Strain {index}", place, strain_id=index + 1)

    return picture([line(*pair) for pair in enumerate(places)], [line(*pair) for pair in enumerate(earlier)])


@given(lines)
def test_marks_stand_in_their_cell_and_never_on_each_other(places):
    found = drawn(places).shown
    for one in found:
        ((x, y),) = [spot.at for spot in one.spots]
        assert int(x // WIDTH) + 1 == one.line.today[1]
        assert 5 - int(y // HEIGHT) == one.line.today[0]
    assert len({one.spots[0].at for one in found}) == len(found)
    assert [one.line.number for one in found] == sorted((one.line.number for one in found), reverse=True)
    assert len({one.key for one in found}) == len(found)


@given(lines, st.data())
def test_only_what_moved_has_a_ring(places, data):
    earlier = [data.draw(st.just(place) | st.tuples(steps, steps)) for place in places]
    found = drawn(places, earlier)
    for one in found.shown:
        assert (len(one.spots) == 1) == (one.was.today == one.line.today)
    assert found.has_moved == (any(a != b for a, b in zip(places, earlier, strict=True)))


def test_an_arrow_runs_from_then_to_now():
    (one,) = drawn([(2, 2)], [(5, 5)]).shown
    ((shaft, head),) = one.arrows
    assert shaft.startswith("M")
    assert head.endswith("z")
    (same,) = drawn([(2, 2)], [(2, 2)]).shown
    assert same.arrows == ()


@given(steps, steps, st.none() | st.tuples(steps, steps), st.none() | st.tuples(steps, steps))
def test_the_three_layers_run_from_before_over_today_to_expected(probability, consequence, before, expected):
    line = Line(Aspect.TRUST, "Strain", (probability, consequence), before=before, expected=expected, strain_id=1)
    (one,) = picture([line], [replace(line, today=(5, 5))], layers=Layers.AHEAD).shown
    wanted = [("before", before), ("now", line.today), ("expected", expected)]
    places = [(kind, place) for kind, place in wanted if kind == "now" or place not in {None, line.today}]
    assert [(spot.kind, spot.place) for spot in one.spots] == places


def test_the_table_holds_each_strain_in_its_cell():
    found = drawn([(2, 3), (2, 3), (5, 5)])
    held = {(cell.probability, cell.consequence): found.at(cell) for row in found.rows for cell in row}
    assert {place: [one.key for one in strains] for place, strains in held.items() if strains} == {
        (5, 5): ["A"], (2, 3): ["B", "C"],
    }  # fmt: skip


def test_after_z_the_letters_begin_again():
    keys = [one.key for one in drawn([(1, 1)] * 28).shown]
    assert keys[0] == "A"
    assert keys[25:] == ["Z", "A1", "B1"]


def test_the_list_says_what_the_picture_shows(app):
    with app.test_request_context(headers={"Cookie": "language=en"}):
        moved, same, new = drawn([(4, 4), (3, 3), (1, 1)], [(3, 4), (3, 3)]).shown
        assert moved.summary == "High, 16"
        assert moved.words == "often · serious"
        assert moved.standing == "Changed from High, 12: now and then · serious."
        assert same.standing == "The same as last time."
        assert new.standing == "New since last time."
