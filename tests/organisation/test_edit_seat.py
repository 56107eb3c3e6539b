from app.core.db import session
from app.people.operations import close_user
from tests import litany
from tests.organisation.answers import seat_typed


def path(seat, committee_id=None):
    return f"/organisation/committees/{committee_id or seat.committee_id}/seats/{seat.id}/edit"


def test_a_seat_gets_another_holder(page, cast):
    seat = cast.local.seats[1]
    said = seat_typed(mandate="shop_steward", user_id=cast.emma.id, version=seat.version)
    assert page(cast.ida).post(path(seat), said).status_code == 302
    session().refresh(seat)
    assert seat.user == cast.emma


def test_a_holder_whose_account_is_closed_can_be_kept(page, cast):
    seat = cast.local.seats[1]
    close_user(cast.trine, by=cast.mads)
    form = page(cast.ida).get(path(seat))
    assert form.values("user_id") == [str(cast.trine.id)]
    said = seat_typed(mandate="shop_steward", user_id=cast.trine.id, organisation_behind="FOA", version=seat.version)
    assert page(cast.ida).post(path(seat), said).status_code == 302


def test_two_at_once_do_not_overwrite(page, cast):
    seat = cast.local.seats[1]
    first = seat_typed(organisation_behind="FOA", user_id=cast.trine.id, version=seat.version)
    second = seat_typed(organisation_behind="3F", user_id=cast.trine.id, version=seat.version)
    page(cast.ida).post(path(seat), first)
    answer = page(cast.mads).post(path(seat), second)
    assert answer.status_code == 409
    assert answer.values("organisation_behind") == ["3F"]
    session().refresh(seat)
    assert seat.organisation_behind == "FOA"


def test_a_seat_is_looked_up_inside_its_committee(page, cast):
    litany.hidden_from(page, path(cast.local.seats[0], cast.top.id), cast.ida)


def test_litany(page, cast):
    where = path(cast.local.seats[1])
    litany.asks_strangers_to_sign_in(page, where)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, where, cast.karin, cast.trine, cast.bo, method=method)
    litany.refuses(page, where, cast.ida, "DELETE")
