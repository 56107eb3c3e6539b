from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from app.comments.models import Visibility
from app.comments.rules import audience_of, circles, is_in, may_still_edit
from app.organisation.models import Function, Mandate, Side, Unit
from app.organisation.sides import speaks_for
from app.organisation.standing import SeatFact, Standing

NOON = datetime(2027, 1, 4, 12, tzinfo=UTC)
UNIT = Unit(path="/1/2/3/")


def seat(committee, side, *paths, mandate=Mandate.SHOP_STEWARD):
    return SeatFact(committee, f"Udvalg {committee}", side, mandate, Function.MEMBER, paths)


TOP = seat(1, Side.EMPLOYEES, "/1/")
LOCAL = seat(2, Side.EMPLOYEES, "/1/2/3/")
ADVISER = seat(3, None, "/1/2/3/", mandate=Mandate.ADVISER)
ELSEWHERE = seat(4, Side.MANAGEMENT, "/1/9/")


@pytest.mark.parametrize(
    ("visibility", "committee", "side", "key"),
    [
        (Visibility.ALL, None, None, None),
        (Visibility.COMMITTEE, 7, None, "committee:7"),
        (Visibility.COMMITTEE, 7, Side.EMPLOYEES, "committee:7"),
        (Visibility.SIDE, 7, Side.EMPLOYEES, "committee:7:employees"),
        (Visibility.SIDE, 7, Side.MANAGEMENT, "committee:7:management"),
    ],
)
def test_the_key_of_an_audience(visibility, committee, side, key):
    assert audience_of(visibility, committee, side) == key


def test_one_reads_what_is_for_everyone_ones_committee_and_ones_side():
    standing = Standing(seats=(LOCAL, ADVISER))
    assert is_in(standing, None)
    assert is_in(standing, "committee:2")
    assert is_in(standing, "committee:2:employees")
    assert is_in(standing, "committee:3")
    for key in ("committee:2:management", "committee:3:employees", "committee:1", "committee:22"):
        assert not is_in(standing, key), key
    assert not is_in(Standing(), "committee:2")


def test_circles_are_those_that_cover_the_unit():
    found = circles(Standing(seats=(TOP, LOCAL, ADVISER, ELSEWHERE)), UNIT)
    assert [value for value, _seat, _visibility in found] == [
        "committee:1", "side:1", "committee:2", "side:2", "committee:3",
    ]  # fmt: skip
    assert circles(Standing(), UNIT) == []


def test_one_speaks_from_the_nearest_seat_on_a_side():
    assert speaks_for(Standing(seats=(TOP, LOCAL)), UNIT) is LOCAL
    assert speaks_for(Standing(seats=(ADVISER, TOP)), UNIT) is TOP
    assert speaks_for(Standing(seats=(ADVISER,)), UNIT) is ADVISER
    assert speaks_for(Standing(seats=(ELSEWHERE,)), UNIT) is None


@pytest.mark.parametrize(("seconds", "may"), [(0, True), (900, True), (901, False), (86_400, False)])
def test_fifteen_minutes(seconds, may):
    assert may_still_edit(NOON, NOON + timedelta(seconds=seconds)) is may


def test_the_author_alone_and_in_time(cast):
    from app.comments.policy import may_edit

    comment = SimpleNamespace(author_id=cast.trine.id, created_at=datetime.now(UTC), goal=cast.goal,
                              visibility=Visibility.ALL, committee_id=None, audience_side=None)  # fmt: skip
    assert may_edit(cast.trine, comment)
    assert not may_edit(cast.karin, comment)
