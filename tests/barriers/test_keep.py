from app.barriers.models import BarrierStatus
from app.core.db import session
from tests import litany
from tests.barriers.answers import assigned, removed, reported


def path(barrier):
    return f"/goals/{barrier.goal_id}/barriers/{barrier.id}/keep"


def typed(browser, barrier, **changed):
    return {"reason": "Det er loven.", "version": browser.get(path(barrier)).values("version")[0]} | changed


def test_it_stays_and_it_is_said_why(page, cast):
    barrier, browser = assigned(cast), page(cast.trine)
    words = browser.follow(browser.post(path(barrier), typed(browser, barrier))).words
    assert "It is written that the barrier stays." in words
    assert "Why it stays Det er loven." in words
    session().refresh(barrier)
    assert barrier.status is BarrierStatus.STAYS


def test_without_a_reason_it_does_not(page, cast):
    barrier, browser = reported(cast), page(cast.karin)
    assert "Write why the barrier stays." in browser.post(path(barrier), typed(browser, barrier, reason=" ")).words
    session().refresh(barrier)
    assert barrier.is_open


def test_an_old_page_is_told_so(page, cast):
    barrier, browser = assigned(cast), page(cast.trine)
    stale = browser.post(path(barrier), typed(browser, barrier, version="1"))
    assert stale.status_code == 409
    assert stale.values("reason")[0].strip() == "Det er loven."


def test_litany(page, cast):
    barrier = assigned(cast)
    litany.asks_strangers_to_sign_in(page, path(barrier))
    for method in ("GET", "POST"):
        litany.forbidden_for(
            page, path(barrier), cast.frederik, cast.emma, cast.bo, cast.otto, cast.mads, method=method
        )
        litany.forbidden_for(page, path(removed(cast)), cast.trine, cast.karin, method=method)
        hidden = path(reported(cast, cast.trine, goal=cast.draft))
        litany.hidden_from(page, hidden, cast.otto, cast.bo, method=method)
    for user in (cast.ida, cast.mette, cast.karin, cast.trine):
        assert page(user).get(path(barrier)).status_code == 200, user.name
    litany.refuses(page, path(barrier), cast.karin, "DELETE")
