from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.balances.models import BALANCES, Reader
from app.balances.scale import PLACES, distance, how_far_apart
from app.balances.steps import LEFT, MIDDLE, RIGHT, charts, path, y_of
from app.balances.tracks import agreed_before, committees_in, in_committee, newest_by_reader, told_apart, tracks
from app.balances.years import of_year, since_before, yearly, years_in

DAY = date(2026, 6, 1)
maybe = st.none() | st.sampled_from(PLACES)
OWNER, SIDE_A, SIDE_B, AGREED = Reader.OWNER, Reader.MANAGEMENT, Reader.EMPLOYEES, Reader.AGREED


@dataclass
class Read:
    """A reading without a database."""

    reader: Reader
    committee_id: int | None = None
    read_on: date = DAY
    places: dict = field(default_factory=dict)

    def place(self, balance):
        return self.places.get(balance)

    def wish(self, balance):
        return None

    def reason(self, balance):
        return ""


some = st.builds(
    Read,
    st.sampled_from(list(Reader)),
    st.sampled_from([1, 2, 3]),
    st.dates(date(2020, 1, 1), date(2026, 12, 31)),
    st.fixed_dictionaries(dict.fromkeys(BALANCES, maybe)),
)
newest_first = st.lists(some, max_size=12).map(lambda found: sorted(found, key=lambda r: r.read_on, reverse=True))


@pytest.fixture
def english(app):
    with app.test_request_context(headers={"Cookie": "language=en"}):
        yield


def test_sides_of_different_committees_are_not_held_against_each_other():
    ours, theirs = Read(SIDE_A, 1), Read(SIDE_B, 2)
    assert newest_by_reader([theirs, ours]) == {SIDE_B: theirs}
    both = Read(SIDE_B, 1)
    assert committees_in([theirs, ours, both]) == [1, 2]
    assert newest_by_reader([theirs, ours, both]) == {SIDE_A: ours, SIDE_B: both}


def test_among_committees_with_both_sides_the_one_whose_agreement_stands_comes_first():
    sides = [Read(SIDE_A, 2), Read(SIDE_B, 2), Read(SIDE_A, 1), Read(SIDE_B, 1)]
    assert committees_in(sides) == [2, 1]
    assert committees_in([Read(AGREED, 1), *sides]) == [1, 2]
    assert committees_in([Read(OWNER), Read(AGREED, 1), *sides]) == [2, 1]


@given(newest_first)
def test_each_reader_shows_its_newest_of_one_committee(readings):
    shown = newest_by_reader(readings)
    sides = {one.committee_id for reader, one in shown.items() if reader in {SIDE_A, SIDE_B}}
    assert len(sides) <= 1
    assert len({OWNER, AGREED} & shown.keys()) <= 1
    for reader, one in shown.items():
        rivals = [r for r in in_committee(readings, one.committee_id) if r.reader is reader]
        assert reader in {OWNER, AGREED} or rivals[0] is one
    own = [r for r in readings if r.reader in {OWNER, AGREED}]
    assert [shown[r] for r in (OWNER, AGREED) if r in shown] == own[:1]


@given(newest_first)
def test_a_committee_is_named_when_a_side_read_there(readings):
    assert set(committees_in(readings)) == {r.committee_id for r in readings if r.reader in {SIDE_A, SIDE_B}}


def test_that_the_owner_moved_on_is_told_only_after_an_agreement():
    agreed = Read(AGREED, 1)
    assert agreed_before([Read(OWNER), agreed]) is agreed
    assert agreed_before([Read(SIDE_A, 1), agreed, Read(OWNER)]) is None
    assert agreed_before([Read(OWNER)]) is agreed_before([Read(SIDE_A, 1)]) is agreed_before([]) is None


@given(maybe, maybe)
def test_the_distance_is_told_where_there_is_one_and_alike_both_ways(one_app, one, other):
    with one_app.test_request_context():
        assert bool(how_far_apart("use", one, other)) == bool(distance(one, other))
        assert how_far_apart("use", one, other) == how_far_apart("use", other, one)


def test_the_distance_in_words(english):
    assert how_far_apart("level", -1, 2) == "The sides are 3 steps apart on Level."
    assert how_far_apart("level", 0, 1) == "The sides are 1 step apart on Level."
    assert how_far_apart("level", 1, 1) == how_far_apart("level", None, 1) == ""


def test_the_whole_in_words(english):
    management = Read(SIDE_A, 1, places={"focus": 1, "level": 0, "process": -1, "use": 2})
    employees = Read(SIDE_B, 1, places={"focus": 1, "level": -1, "process": -2, "use": -1})
    assert told_apart(tracks([management, employees])) == (
        "The sides read Focus alike. The sides are one step apart on Level and Process. "
        "On Use the sides are two steps or more apart: that is worth talking about."
    )
    assert told_apart(tracks([employees])) == "Only the employee side has read it so far."
    assert told_apart(tracks([management])) == "Only the management side has read it so far."
    assert told_apart(tracks([Read(OWNER, places={"focus": 1})])) == told_apart(tracks([])) == ""
    assert told_apart(tracks([Read(SIDE_A, 1, places={"focus": 1}), Read(SIDE_B, 1, places={"use": 1})])) == ""


def test_in_danish(app):
    with app.test_request_context(headers={"Cookie": "language=da"}):
        assert how_far_apart("level", -1, 2) == "Siderne ligger 3 trin fra hinanden på Niveau."


def test_there_are_no_steps_before_there_are_two_days(english):
    assert charts([], until=DAY) == charts([Read(OWNER), Read(SIDE_A, 1)], until=DAY) == []


def test_a_line_stays_until_it_is_read_elsewhere_and_breaks_where_nothing_was_read():
    assert path([(10, 40.0), (20, 60.0)], 90) == "M10 40H20V60H90"
    assert path([(10, 40.0), (20, None), (30, 20.0)], 90) == "M10 40H20M30 20H90"
    assert path([(10, None), (20, None)], 90) == ""
    assert path([(10, 40.0), (20, None)], 90) == "M10 40H20"


@given(newest_first)
def test_every_reading_is_a_dot_within_the_drawing(one_app, readings):
    with one_app.test_request_context():
        found = charts(readings, until=date(2027, 1, 1))
    days = {r.read_on for r in readings}
    assert len(found) == (4 if len(days) > 1 else 0)
    for chart in found:
        dots = [dot for line in chart.lines for dot in line.dots]
        assert len(dots) == sum(r.place(chart.balance) is not None for r in readings)
        assert all(LEFT <= dot.x <= RIGHT and 5 <= dot.y <= 2 * MIDDLE - 5 for dot in dots)
        assert all(LEFT < x < RIGHT for x, _year in chart.years)
        assert all(line.path.startswith("M") == bool(line.dots) for line in chart.lines)


def test_the_right_pole_is_on_top_and_the_sides_lie_beside_each_other():
    assert y_of(2) < y_of(0) == MIDDLE < y_of(-2)
    assert y_of(1, "a") < y_of(1) < y_of(1, "b")


def test_a_chart_in_words(english):
    then, now = DAY - timedelta(days=300), DAY
    readings = [
        Read(AGREED, 1, now, {"focus": 1}), Read(SIDE_B, 1, now, {"focus": -2}), Read(SIDE_B, 1, then, {"focus": -2}),
        Read(OWNER, None, then, {"focus": -2}),
    ]  # fmt: skip
    chart = charts(readings, until=DAY)[0]
    assert chart.spoken == (
        "Focus from 5 August 2025 until today. The owner or the committee: right at activity, then mostly value "
        "creation. The employee side: right at activity."
    )
    assert [(line.who, [dot.mark for dot in line.dots]) for line in chart.lines] == [
        ("own", ["owner", "agreed"]), ("b", ["b", "b"]),
    ]  # fmt: skip
    assert [year for _x, year in chart.years] == [2026]


@given(newest_first)
def test_of_each_year_only_the_last_word_of_each_reader_counts(readings):
    kept = yearly(readings)
    assert len({(r.reader, r.read_on.year) for r in kept}) == len(kept)
    assert {(r.reader, r.read_on.year) for r in kept} == {(r.reader, r.read_on.year) for r in readings}
    for one in kept:
        same = [r for r in readings if (r.reader, r.read_on.year) == (one.reader, one.read_on.year)]
        assert one.read_on == max(r.read_on for r in same)
    assert years_in(readings) == sorted({r.read_on.year for r in readings}, reverse=True)
    assert sum(len(of_year(readings, year)) for year in years_in(readings)) == len(readings)


def test_what_moved_is_told_since_the_last_year_in_which_that_reader_read(english):
    readings = [
        Read(SIDE_B, 1, date(2026, 5, 1), {"focus": 1}), Read(AGREED, 1, date(2026, 4, 1), {"focus": 1}),
        Read(SIDE_A, 1, date(2025, 5, 1), {"focus": 0}), Read(SIDE_B, 1, date(2023, 5, 1), {"focus": -1}),
        Read(AGREED, 1, date(2025, 5, 1), {"focus": 1}),
    ]  # fmt: skip
    since = since_before(readings, 2026)
    assert [(str(one.who), one.year, [move.steps for move in one.moves]) for one in since] == [
        ("Agreed by the committee", 2025, []), ("The employee side", 2023, [2]),
    ]  # fmt: skip
    assert since_before(readings, 2023) == []
