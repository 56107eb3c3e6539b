from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.balances.drift import Move, drift, follows_on, moves, told
from app.balances.labels import ENDS, STOPS
from app.balances.models import BALANCES, Reader
from app.balances.poles import ALL, POLES_OF, pole_near
from app.balances.scale import (
    LEFT,
    PLACES,
    RIGHT,
    are_far_apart,
    beginning,
    distance,
    is_far_out,
    nearest_pole,
    read_aloud,
    spoken,
    stop,
)
from app.balances.tracks import newest_by_reader

places = st.sampled_from(PLACES)
maybe = st.none() | places
balances = st.sampled_from(BALANCES)


def reading(reader=Reader.OWNER, committee_id=None, **at):
    return SimpleNamespace(reader=reader, committee_id=committee_id, place=lambda balance: at.get(balance))


@given(places)
def test_the_scale_is_the_same_from_both_sides(place):
    near = nearest_pole(place)
    assert nearest_pole(-place) == (None if near is None else -near)
    assert is_far_out(place) == is_far_out(-place)


@given(maybe, maybe)
def test_distance_is_the_same_both_ways(one, other):
    assert distance(one, other) == distance(other, one)
    assert are_far_apart(one, other) == are_far_apart(other, one)
    assert not are_far_apart(one, one)


@given(places, places, places)
def test_no_way_round_is_shorter(a, b, c):
    assert distance(a, c) <= distance(a, b) + distance(b, c)


def test_the_middle_and_the_unread_are_near_no_pole():
    assert nearest_pole(0) is nearest_pole(None) is None
    assert [nearest_pole(place) for place in (-2, -1, 1, 2)] == [LEFT, LEFT, RIGHT, RIGHT]
    assert not is_far_out(None)
    assert distance(None, 1) is None
    assert not are_far_apart(None, 2)


@given(balances)
def test_each_balance_has_five_different_stops_and_two_ends_told_alike(balance):
    assert list(STOPS[balance]) == list(PLACES)
    assert [pole.side for pole in POLES_OF[balance]] == [LEFT, RIGHT]
    assert pole_near(balance, -2) is pole_near(balance, -1) is POLES_OF[balance][0]
    assert pole_near(balance, 2) is pole_near(balance, 1) is POLES_OF[balance][1]
    assert pole_near(balance, 0) is pole_near(balance, None) is None


def test_each_end_has_gains_and_strains():
    assert len(ALL) == 8
    assert all(pole.gains and pole.strains for pole in ALL)


def test_places_in_words(app):
    with app.test_request_context(headers={"Cookie": "language=en"}):
        assert stop("level", -1) == "mostly the individual"
        assert (
            spoken({"focus": -1, "level": 0})
            == "Focus mostly activity, Level in between, Process not read, Use not read"
        )
        assert beginning("") == ""
        marks = {"a": -1, "b": -2, "agreed": None, "wish": 1}
        assert read_aloud("focus", marks) == (
            "The management side reads the goal as mostly activity, "
            "the employee side reads the goal as right at activity, wished for is mostly value creation."
        )
        assert read_aloud("use", {"wish": None}) == "Nobody has read this balance yet."


def test_places_in_danish(app):
    with app.test_request_context(headers={"Cookie": "language=da"}):
        assert spoken({"focus": -1, "level": 1, "process": 0}) == (
            "Fokus mest aktivitet, Niveau mest det kollektive, Proces midt imellem, Anvendelse ikke placeret"
        )
        assert stop("process", 2) == "helt ved det fleksible"


@given(st.fixed_dictionaries(dict.fromkeys(BALANCES, maybe)), st.fixed_dictionaries(dict.fromkeys(BALANCES, maybe)))
def test_moving_back_is_the_same_way(before, after):
    there = moves(reading(**before), reading(**after))
    back = moves(reading(**after), reading(**before))
    assert [(m.balance, m.before, m.after, m.steps) for m in there] == [
        (m.balance, m.after, m.before, -m.steps) for m in back
    ]
    assert {m.balance for m in there} == {b for b in BALANCES if before[b] != after[b]}


def test_a_side_is_held_against_itself_and_the_owner_against_the_agreement():
    owner, agreed, side = (reading(reader) for reader in (Reader.OWNER, Reader.AGREED, Reader.EMPLOYEES))
    assert follows_on(owner, agreed)
    assert follows_on(side, side)
    assert not follows_on(owner, side)
    newest, first = reading(Reader.AGREED, focus=1), reading(Reader.OWNER, focus=-2)
    found = drift([newest, side, first])
    assert [(r, e) for r, e, _moves in found] == [(newest, first), (side, None), (first, None)]
    assert found[0][2] == [Move("focus", -2, 1)]


def test_the_owner_before_an_agreement_no_longer_counts():
    agreed, owner, side = reading(Reader.AGREED), reading(Reader.OWNER), reading(Reader.MANAGEMENT)
    assert newest_by_reader([agreed, owner, side]) == {Reader.AGREED: agreed, Reader.MANAGEMENT: side}
    assert newest_by_reader([owner, agreed]) == {Reader.OWNER: owner}


@pytest.mark.parametrize(
    ("move", "sentence"),
    [
        (Move("focus", -2, 1), "Focus moved 3 steps towards value creation."),
        (Move("level", 1, 0), "Level moved 1 step towards the individual."),
        (Move("use", None, 1), "Use was read for the first time."),
        (Move("use", 1, None), "Use is no longer placed."),
    ],
)
def test_a_move_in_words(app, move, sentence):
    with app.test_request_context(headers={"Cookie": "language=en"}):
        assert told(move) == sentence
        assert all(str(end) for ends in ENDS.values() for end in ends)
