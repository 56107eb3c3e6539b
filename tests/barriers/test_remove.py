from datetime import timedelta

from app.barriers.models import BarrierStatus
from app.barriers.operations import keep_barrier
from app.core.clock import today
from app.core.db import session
from app.goals.operations import retire_goal
from tests import litany
from tests.barriers.answers import assigned, removed, reported


def path(barrier):
    return f"/goals/{barrier.goal_id}/barriers/{barrier.id}/remove"


def typed(browser, barrier, **changed):
    shown = browser.get(path(barrier))
    found = {name: shown.values(name)[0] for name in ("version", "removed_on")}
    return {"how": "Brevet er skrevet om."} | found | changed


def test_the_owner_says_that_it_is_removed(page, cast):
    barrier, browser = assigned(cast), page(cast.trine)
    answer = browser.post(path(barrier), typed(browser, barrier))
    assert answer.location == f"/goals/{cast.goal.id}/barriers#barrier-{barrier.id}"
    words = browser.follow(answer).words
    assert "The barrier is removed. The one who reported it is told." in words
    assert "Brevet er skrevet om." in words
    session().refresh(barrier)
    assert (barrier.status, barrier.removed_on) == (BarrierStatus.REMOVED, today())


def test_who_became_an_administrator_does_not(page, cast):
    assert page(cast.mads).get(path(assigned(cast, owner=cast.mads))).status_code == 403


def test_it_is_said_what_was_done_and_no_day_that_lies_ahead(page, cast):
    barrier, browser = assigned(cast), page(cast.trine)
    later = f"{today() + timedelta(days=1):%d.%m.%Y}"
    wrong = browser.post(path(barrier), typed(browser, barrier, how=" ", removed_on=later))
    assert "Write what was done." in wrong.words
    assert "The day lies ahead." in wrong.words
    assert wrong.values("removed_on") == [later]


def test_who_settles_it_while_another_does_is_told(page, cast):
    barrier, browser = assigned(cast), page(cast.trine)
    mine = typed(browser, barrier)
    keep_barrier(barrier, by=cast.karin, reason="Det er loven.")
    assert browser.post(path(barrier), mine).status_code == 403  # it is settled
    session().refresh(barrier)
    assert barrier.how == ""


def test_who_removes_it_on_an_old_page_sees_what_changed(page, cast):
    barrier, browser = assigned(cast), page(cast.trine)
    stale = browser.post(path(barrier), typed(browser, barrier, version="1", how="Mine ord"))
    assert stale.status_code == 409
    assert stale.values("how")[0].strip() == "Mine ord"


def test_of_a_retired_goal_too(page, cast):
    barrier = assigned(cast)
    retire_goal(cast.goal, by=cast.ida, reason="Ingen brugte det.")
    assert page(cast.trine).get(path(barrier)).status_code == 200


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
    litany.forbidden_for(page, path(assigned(cast, owner=cast.mads)), cast.mads)
    litany.refuses(page, path(barrier), cast.karin, "DELETE")
