from app.barriers.operations import reopen_barrier
from app.core.db import session
from tests import litany
from tests.barriers.answers import assigned, removed, reported


def path(barrier):
    return f"/goals/{barrier.goal_id}/barriers/{barrier.id}/reopen"


def test_who_reported_it_says_that_it_is_there_again(page, cast):
    barrier, browser = removed(cast), page(cast.emma)
    words = browser.follow(browser.post(path(barrier))).words
    assert "The barrier stands as in the way again." in words
    assert "What was done the last time: Brevet er skrevet om." in words
    session().refresh(barrier)
    assert (barrier.is_open, barrier.removed_on, barrier.owner_id) == (True, None, cast.trine.id)


def test_twice_is_once(cast):
    barrier = removed(cast)
    reopen_barrier(barrier, by=cast.emma)
    version = barrier.version
    reopen_barrier(barrier, by=cast.karin)
    assert barrier.version == version


def test_who_became_an_administrator_does_not(page, cast):
    """They keep the accounts and say nothing about goals, also where they reported or owned something before."""
    for barrier in (removed(cast, by=cast.mads), removed(cast, owner=cast.mads)):
        assert page(cast.mads).post(path(barrier)).status_code == 403


def test_litany(page, cast):
    barrier = removed(cast)
    litany.asks_strangers_to_sign_in(page, path(barrier), "POST")
    litany.forbidden_for(page, path(barrier), cast.frederik, cast.bo, cast.otto, cast.mads, method="POST")
    litany.hidden_from(page, path(reported(cast, cast.trine, goal=cast.draft)), cast.otto, cast.bo, method="POST")
    for user in (cast.ida, cast.mette, cast.karin, cast.trine, cast.emma):
        for one in (removed(cast), assigned(cast)):  # one that is open stays as it is
            assert page(user).post(path(one)).status_code == 302, user.name
            session().refresh(one)
            assert one.is_open
    litany.refuses(page, path(barrier), cast.karin, "GET")
