from app.core.db import session
from app.wheel.models import CalendarLink
from app.wheel.operations import make_link, revoke_link
from tests import litany


def test_from_then_on_it_leads_nowhere(page, cast):
    link, secret = make_link(by=cast.karin)
    browser = page(cast.karin)
    assert "You have none." in browser.follow(browser.post(f"/wheel/links/{link.id}/revoke")).words
    assert page().get(f"/calendar/{secret}.ics").status_code == 404


def test_twice_is_once(cast):
    link, _secret = make_link(by=cast.karin)
    revoke_link(link, by=cast.karin)
    first = link.revoked_at
    revoke_link(link, by=cast.karin)
    assert session().query(CalendarLink).one().revoked_at == first


def test_litany(page, cast):
    link, _secret = make_link(by=cast.karin)
    path = f"/wheel/links/{link.id}/revoke"
    litany.asks_strangers_to_sign_in(page, path, "POST")
    litany.hidden_from(page, path, cast.ida, cast.trine, cast.mads, method="POST")
    litany.refuses(page, path, cast.karin, "GET")
