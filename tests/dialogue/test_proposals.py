"""Which questions are worth asking: pure."""

from hypothesis import given
from hypothesis import strategies as st

from app.balances.models import BALANCES
from app.dialogue.guide import merged
from app.dialogue.proposals import ALWAYS, MOST, proposed
from app.dialogue.shipped import shipped

ALL = merged(shipped(), [])
places = st.fixed_dictionaries({balance: st.sampled_from([None, -2, -1, 0, 1, 2]) for balance in BALANCES})


def keys(own, *readings):
    return [one.key for one in proposed(own, readings, ALL)]


def test_a_goal_right_at_an_end_is_asked_what_that_end_costs():
    assert keys({"level": -2}) == ["level.3", ALWAYS]
    assert keys({"level": 2}) == ["level.5", ALWAYS]
    assert keys({"level": -1}) == [ALWAYS]


def test_where_readers_stand_apart_comes_first():
    assert keys({"use": -2}, {"focus": -1}, {"focus": 1}) == ["focus.2", "use.2", ALWAYS]
    assert keys({}, {"focus": 0}, {"focus": 1}) == [ALWAYS]
    assert keys({}, {"focus": None}, {"focus": 2}) == [ALWAYS]


def test_what_is_put_aside_is_not_proposed():
    assert proposed({"level": -2}, [], [one for one in ALL if one.key == ALWAYS])[0].key == ALWAYS


@given(own=places, readings=st.lists(places, max_size=4))
def test_they_are_few_each_once_and_what_it_does_to_people_whenever_there_is_room(own, readings):
    found = keys(own, *readings)
    assert len(found) == len(set(found)) <= MOST
    assert ALWAYS in found or len(found) == MOST


@given(own=places)
def test_no_pole_is_asked_more_than_the_other(own):
    """The rule treats the two ends alike: mirrored places give as many questions."""
    mirrored = {balance: None if place is None else -place for balance, place in own.items()}
    assert len(keys(own)) == len(keys(mirrored))
