from app.core.db import session
from tests import litany


def test_a_closed_account_is_kept_but_locked(page, cast):
    browser = page(cast.emma)
    page(cast.mads).post(f"/people/{cast.emma.id}/close")
    session().refresh(cast.emma)
    assert cast.emma.closed_on is not None
    assert browser.get("/profile").status_code == 302


def test_the_last_administrator_can_not_be_closed(page, cast):
    page(cast.mads).post(f"/people/{cast.mads.id}/close")
    session().refresh(cast.mads)
    assert cast.mads.closed_on is None


def test_litany(page, cast):
    path = f"/people/{cast.emma.id}/close"
    litany.asks_strangers_to_sign_in(page, path, "POST")
    litany.forbidden_for(page, path, cast.emma, cast.ida, method="POST")
    litany.refuses(page, path, cast.mads, "GET")
