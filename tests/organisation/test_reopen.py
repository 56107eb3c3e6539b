from app.core.db import session
from app.organisation.operations import close_unit
from tests import litany


def path(unit):
    return f"/organisation/units/{unit.id}/reopen"


def test_a_closed_unit_opens_again(page, cast):
    close_unit(cast.roads, by=cast.ida)
    browser = page(cast.mads)
    assert "Vej og Park is open again." in browser.follow(browser.post(path(cast.roads))).words
    session().refresh(cast.roads)
    assert cast.roads.closed_on is None


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.roads), "POST")
    litany.forbidden_for(page, path(cast.roads), cast.otto, cast.trine, cast.bo, method="POST")
    litany.hidden_from(page, "/organisation/units/9999/reopen", cast.ida, method="POST")
    litany.refuses(page, path(cast.roads), cast.ida, "GET")
