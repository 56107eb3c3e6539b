from app.core.db import session
from app.organisation.models import Mandate, Side
from tests import litany
from tests.organisation.answers import last_event, seat_typed


def path(committee):
    return f"/organisation/committees/{committee.id}/seats/add"


def test_a_seat_is_added_with_its_holder_and_substitute(page, cast):
    said = seat_typed(user_id=cast.emma.id, substitute_id=cast.bo.id, from_on="1.1.2026", to_on="31.12.2999")
    assert page(cast.ida).post(path(cast.local), said).location == f"/organisation/committees/{cast.local.id}"
    session().refresh(cast.local)
    seat = cast.local.seats[-1]
    assert (seat.user, seat.substitute) == (cast.emma, cast.bo)
    assert (seat.side, seat.mandate, seat.organisation_behind) == (Side.EMPLOYEES, Mandate.SAFETY_REPRESENTATIVE, "HK")
    assert last_event().code == "seat.added"


def test_a_seat_can_be_vacant_and_on_neither_side(page, cast):
    page(cast.ida).post(path(cast.local), seat_typed(side="", mandate="adviser"))
    session().refresh(cast.local)
    assert (cast.local.seats[-1].user, cast.local.seats[-1].side) == (None, None)


def test_the_last_day_does_not_lie_before_the_first(page, cast):
    answer = page(cast.ida).post(path(cast.local), seat_typed(from_on="2.1.2027", to_on="1.1.2027"))
    assert "The last day lies before the first." in answer.words
    assert len(cast.local.seats) == 2


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.local), cast.karin, cast.trine, cast.bo, method=method)
    litany.hidden_from(page, "/organisation/committees/9999/seats/add", cast.ida)
    litany.refuses(page, path(cast.local), cast.ida, "DELETE")
