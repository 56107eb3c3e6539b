from app.core.clock import today
from app.core.db import session
from app.organisation.viewers import with_standing
from tests import litany


def path(committee):
    return f"/organisation/committees/{committee.id}/close"


def test_a_committee_is_closed_and_its_seats_count_no_more(page, cast):
    browser = page(cast.ida)
    assert "is closed." in browser.follow(browser.post(path(cast.local))).words
    session().refresh(cast.local)
    assert cast.local.closed_on == today()
    assert with_standing(cast.trine).standing.seats == ()


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local), "POST")
    litany.forbidden_for(page, path(cast.local), cast.karin, cast.trine, cast.bo, method="POST")
    litany.hidden_from(page, "/organisation/committees/9999/close", cast.ida, method="POST")
    litany.refuses(page, path(cast.local), cast.ida, "GET")
