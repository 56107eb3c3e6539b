from app.core.clock import today
from app.core.db import session
from tests import litany


def path(unit):
    return f"/organisation/units/{unit.id}/close"


def test_a_unit_is_closed_from_today(page, cast):
    browser = page(cast.ida)
    assert "Vej og Park is closed." in browser.follow(browser.post(path(cast.roads))).words
    session().refresh(cast.roads)
    assert cast.roads.closed_on == today()


def test_not_while_open_units_lie_below(page, cast):
    browser = page(cast.ida)
    words = browser.follow(browser.post(path(cast.centre))).words
    assert "Open units lie below Center for Borgere. Close or move them first." in words
    session().refresh(cast.centre)
    assert cast.centre.closed_on is None


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.roads), "POST")
    litany.forbidden_for(page, path(cast.roads), cast.otto, cast.trine, cast.bo, method="POST")
    litany.hidden_from(page, "/organisation/units/9999/close", cast.ida, method="POST")
    litany.refuses(page, path(cast.roads), cast.ida, "GET")
