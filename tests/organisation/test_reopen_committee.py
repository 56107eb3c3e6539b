from app.core.db import session
from app.organisation.operations import close_committee
from app.organisation.viewers import with_standing
from tests import litany


def path(committee):
    return f"/organisation/committees/{committee.id}/reopen"


def test_a_closed_committee_opens_again_with_its_seats(page, cast):
    close_committee(cast.local, by=cast.ida)
    browser = page(cast.ida)
    assert "is open again." in browser.follow(browser.post(path(cast.local))).words
    session().refresh(cast.local)
    assert cast.local.closed_on is None
    assert [seat.committee_id for seat in with_standing(cast.trine).standing.seats] == [cast.local.id]


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local), "POST")
    litany.forbidden_for(page, path(cast.local), cast.karin, cast.trine, cast.bo, method="POST")
    litany.hidden_from(page, "/organisation/committees/9999/reopen", cast.ida, method="POST")
    litany.refuses(page, path(cast.local), cast.ida, "GET")
