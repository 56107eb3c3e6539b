from app.core.db import session
from app.people.operations import close_user
from tests import litany


def test_an_account_can_be_opened_again(page, cast):
    close_user(cast.emma, by=cast.mads)
    page(cast.mads).post(f"/people/{cast.emma.id}/reopen")
    session().refresh(cast.emma)
    assert cast.emma.closed_on is None


def test_litany(page, cast):
    path = f"/people/{cast.emma.id}/reopen"
    litany.asks_strangers_to_sign_in(page, path, "POST")
    litany.forbidden_for(page, path, cast.emma, cast.ida, method="POST")
    litany.refuses(page, path, cast.mads, "GET")
