"""On which side one stands, by the rule and for the cast."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.organisation.models import Function, Mandate, Side, Unit
from app.organisation.sides import side_in_role, side_of
from app.organisation.standing import SeatFact, Standing
from app.organisation.viewers import with_standings
from app.people.models import Role

UNIT = Unit(path="/1/2/3/")


def seat(side, *paths):
    return SeatFact(1, "Udvalg", side, Mandate.ADVISER, Function.MEMBER, paths)


OVER = st.builds(seat, st.sampled_from([*Side, None]), st.sampled_from(["/1/", "/1/2/", "/1/2/3/"]))
ELSEWHERE = st.builds(seat, st.sampled_from([*Side, None]), st.just("/1/9/"))
PATHS = st.lists(st.sampled_from(["/1/", "/1/2/3/", "/1/9/"]), max_size=2).map(tuple)


@given(st.lists(OVER, max_size=3), st.lists(ELSEWHERE, max_size=2), PATHS, st.sampled_from(Role))
def test_a_seat_on_a_side_decides_before_the_role_does(over, elsewhere, led, role):
    found = side_in_role(Standing(led_paths=led, seats=(*over, *elsewhere)), role, UNIT)
    sides = {one.side for one in over} - {None}
    if sides:
        assert found in sides
    elif role is Role.MANAGER or any(UNIT.path.startswith(path) for path in led):
        assert found is Side.MANAGEMENT
    else:
        assert found is (Side.EMPLOYEES if not over and role in {Role.READER, Role.REPRESENTATIVE} else None)


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("mette", Side.MANAGEMENT), ("karin", Side.MANAGEMENT), ("otto", Side.MANAGEMENT), ("trine", Side.EMPLOYEES),
        ("frederik", Side.EMPLOYEES), ("emma", Side.EMPLOYEES), ("bo", Side.EMPLOYEES), ("ida", None), ("mads", None),
    ],
)  # fmt: skip
def test_the_cast(cast, name, side):
    assert side_of(getattr(cast, name), cast.service) is side


def test_many_are_given_the_same_standing_as_one_at_a_time(cast):
    people = [value for value in vars(cast).values() if hasattr(value, "standing")]
    alone = [person.standing for person in people]
    assert len(people) == 9
    assert [person.standing for person in with_standings(people)] == alone
