"""Where a person stands, as it decides what they see and may do."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import today
from app.organisation.models import Mandate, Side, Unit
from app.organisation.operations import add_manager, add_seat, close_unit
from app.organisation.standing import SeatFact, Standing, UnknownStanding, attach, audience_key, standing_of
from app.organisation.viewers import with_standing
from app.people.models import User

PATHS = st.lists(st.integers(1, 30), min_size=1, max_size=4, unique=True)


def as_path(keys):
    return "/" + "".join(f"{key}/" for key in keys)


@given(PATHS, PATHS)
def test_leading_reaches_downwards_only(led, keys):
    unit = Unit(path=as_path(keys))
    assert Standing(led_paths=(as_path(led),)).leads(unit) == (keys[: len(led)] == led)


def test_a_manager_leads_below_but_not_beside_or_above(cast):
    standing = standing_of(cast.mette)
    assert [standing.leads(unit) for unit in (cast.centre, cast.service, cast.root, cast.roads)] == [
        True, True, False, False,
    ]  # fmt: skip


def test_a_reader_who_is_named_manager_leads_nothing_before_the_role_says_so(cast):
    add_manager(cast.roads, user=cast.bo, by=cast.ida)
    assert with_standing(cast.bo).standing.led_paths == ()


def test_a_closed_unit_is_led_by_nobody(cast):
    close_unit(cast.roads, by=cast.ida)
    assert with_standing(cast.otto).standing.led_paths == ()


def test_a_seat_counts_from_its_first_day_to_its_last(cast):
    day = timedelta(days=1)
    for first, last, counts in (
        (None, None, True), (today(), today(), True), (today() + day, None, False), (None, today() - day, False),
    ):  # fmt: skip
        seat = add_seat(cast.top, mandate=Mandate.ADVISER, user=cast.emma, from_on=first, to_on=last, by=cast.ida)
        held = {fact.committee_id for fact in with_standing(cast.emma).standing.seats}
        assert (cast.top.id in held) is counts, (first, last)
        from app.organisation.operations import vacate_seat

        vacate_seat(seat, from_on=today(), by=cast.ida)


def test_a_substitute_reads_nothing_while_the_holder_sits(cast):
    add_seat(cast.top, mandate=Mandate.SHOP_STEWARD, side=Side.EMPLOYEES, user=cast.trine, substitute=cast.emma,
             by=cast.ida)  # fmt: skip
    assert with_standing(cast.emma).standing.audiences == frozenset()


def test_an_administrator_has_no_seat_whatever_is_written(cast):
    add_seat(cast.local, mandate=Mandate.SHOP_STEWARD, side=Side.EMPLOYEES, user=cast.mads, by=cast.ida)
    assert with_standing(cast.mads).standing.seats == ()


def test_the_audiences_of_a_seat_are_its_committee_and_its_side(cast):
    local = cast.local.id
    assert standing_of(cast.trine).audiences == {audience_key(local), audience_key(local, Side.EMPLOYEES)}
    assert standing_of(cast.trine).side_in(local) is Side.EMPLOYEES
    assert standing_of(cast.trine).side_in(cast.top.id) is None


def test_a_seat_without_a_side_opens_no_side():
    seat = SeatFact(4, "Lokal-MED", None, Mandate.ADVISER, None, ("/1/",))
    assert Standing(seats=(seat,)).audiences == {"committee:4"}
    assert Standing(seats=(seat,)).sides_over(Unit(path="/1/2/")) == set()


def test_sitting_over_a_unit_takes_a_committee_that_covers_it(cast):
    assert standing_of(cast.frederik).sits_over(cast.roads)
    assert standing_of(cast.trine).sits_over(cast.service)
    assert not standing_of(cast.trine).sits_over(cast.roads)
    assert standing_of(cast.frederik).sides_over(cast.service) == {Side.EMPLOYEES}


def test_without_standing_nothing_is_answered():
    with pytest.raises(UnknownStanding):
        standing_of(User(name="Ukendt"))
    assert standing_of(attach(User(name="Kendt"), Standing())) == Standing()
