from app.core.clock import today
from app.core.db import session
from app.organisation.viewers import with_standing
from tests import litany


def path(seat, committee_id=None):
    return f"/organisation/committees/{committee_id or seat.committee_id}/seats/{seat.id}/vacate"


def test_who_leaves_a_seat_speaks_for_nobody_any_more(page, cast):
    seat = cast.local.seats[1]
    browser = page(cast.ida)
    assert "The seat is vacant from today." in browser.follow(browser.post(path(seat))).words
    session().refresh(seat)
    assert (seat.user, seat.vacant_from) == (None, today())
    assert with_standing(cast.trine).standing.audiences == frozenset()


def test_a_seat_is_looked_up_inside_its_committee(page, cast):
    litany.hidden_from(page, path(cast.local.seats[0], cast.top.id), cast.ida, method="POST")


def test_litany(page, cast):
    where = path(cast.local.seats[1])
    litany.asks_strangers_to_sign_in(page, where, "POST")
    litany.forbidden_for(page, where, cast.karin, cast.trine, cast.bo, method="POST")
    litany.refuses(page, where, cast.ida, "GET")
