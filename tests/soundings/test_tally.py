"""What may be shown of a round, by property: for whatever ballots, nothing tells of fewer than the minimum."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.balances.models import BALANCES
from app.balances.scale import PLACES
from app.organisation.models import Side
from app.soundings.ballots import Ballot, packed, unpacked
from app.soundings.groups import tell_on_each_other
from app.soundings.tally import Median, Spread, as_plain, from_plain, median, tally

place = st.sampled_from([None, *PLACES])
ballot = st.builds(Ballot, st.sampled_from(Side), st.tuples(place, place, place, place))
ballots = st.lists(ballot, max_size=14)
minimum = st.integers(3, 6)
group = st.sets(st.integers(1, 9))


def of_side(found, side, index):
    return [one.places[index] for one in found if one.side is side and one.places[index] is not None]


@given(ballots, minimum)
def test_fewer_than_the_minimum_show_nothing(found, least):
    assert (tally(found, least) is None) == (len(found) < least)


@given(ballots, minimum)
def test_each_balance_shows_only_where_enough_placed_it(found, least):
    for index, balance in enumerate(BALANCES):
        placed = [one.places[index] for one in found if one.places[index] is not None]
        spread = (tally(found, least) or {}).get(balance)
        assert (spread is not None) == (len(placed) >= least)
        if spread is not None:
            assert sum(spread.counts) == len(placed)
            assert sum(spread.counts) + spread.left_out == len(found)


@given(ballots, minimum)
def test_no_side_can_be_subtracted_from_the_whole(found, least):
    """Either side shows only where both have enough: of what shows, no part and no difference is of fewer."""
    for index, balance in enumerate(BALANCES):
        spread = (tally(found, least) or {}).get(balance)
        if spread is None:
            continue
        sizes = [len(of_side(found, side, index)) for side in Side]
        shows = spread.management is not None, spread.employees is not None, spread.apart is not None
        assert set(shows) == {min(sizes) >= least}


@given(ballots, minimum, st.randoms(use_true_random=False))
def test_the_order_of_the_ballots_tells_nothing(found, least, chance):
    mixed = [*found]
    chance.shuffle(mixed)
    assert tally(mixed, least) == tally(found, least)
    assert packed(mixed) == packed(found)


@given(ballots, minimum, st.randoms(use_true_random=False))
def test_which_places_stood_on_one_ballot_tells_nothing(found, least, chance):
    """Each side's answers to each balance dealt out anew: the same result, so no combination can be read from it."""
    mixed = [*found]
    for side in Side:
        members = [number for number, one in enumerate(found) if one.side is side]
        for index in range(len(BALANCES)):
            dealt = [found[number].places[index] for number in members]
            chance.shuffle(dealt)
            for number, dealt_place in zip(members, dealt, strict=True):
                places = list(mixed[number].places)
                places[index] = dealt_place
                mixed[number] = replace(mixed[number], places=tuple(places))
    assert tally(mixed, least) == tally(found, least)


@given(ballots, minimum)
def test_what_is_kept_is_what_is_shown(found, least):
    shown = tally(found, least)
    assert from_plain(json.loads(json.dumps(as_plain(shown)))) == shown


@given(ballots)
def test_the_urn_gives_back_what_was_put_in(found):
    assert sorted(map(repr, unpacked(packed(found)))) == sorted(map(repr, found))


@given(st.lists(st.sampled_from(PLACES), min_size=1, max_size=15))
def test_as_many_lie_on_either_side_of_the_median(places):
    found = median(places)
    assert found.low in places
    assert found.high in places
    assert sum(p < found.low for p in places) * 2 <= len(places)
    assert sum(p > found.high for p in places) * 2 <= len(places)
    assert sum(p <= found.low for p in places) * 2 >= len(places)
    assert sum(p >= found.high for p in places) * 2 >= len(places)


def test_of_an_even_number_both_in_the_middle_are_shown():
    assert median([-2, -2, 1, 2]) == Median(-2, 1)
    assert Median(-2, 1).middle == -0.5
    assert median([2, -1, 0]) == Median(0, 0)


def test_the_distance_is_between_the_middles_of_the_sides():
    spread = Spread((3, 0, 0, 3, 0), 0, Median(-2, 1), Median(-2, -2), Median(1, 1))
    assert spread.apart == 3
    assert replace(spread, employees=Median(-1, 0)).apart == 1.5


@given(group, group, minimum)
def test_two_groups_tell_on_each_other_where_a_few_are_in_one_alone(one, other, least):
    found = tell_on_each_other(one, other, least)
    assert found == tell_on_each_other(other, one, least)
    if found:
        assert one & other
        assert one == other or any(0 < len(few) < least for few in (one - other, other - one))
    elif one & other:
        assert one != other
        assert all(len(few) == 0 or len(few) >= least for few in (one - other, other - one))
