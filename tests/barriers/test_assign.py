from datetime import timedelta

from app.core.clock import today
from app.core.db import session
from app.goals.operations import retire_goal
from tests import litany
from tests.barriers.answers import assigned, removed, reported


def path(barrier):
    return f"/goals/{barrier.goal_id}/barriers/{barrier.id}/assign"


def typed(browser, barrier, **changed):
    found = {"owner_id": "", "due_on": f"{today() + timedelta(days=9):%d.%m.%Y}"}
    return found | {"version": browser.get(path(barrier)).values("version")[0]} | changed


def test_those_who_can_revise_the_goal_say_who_takes_it_away(page, cast):
    barrier, browser = reported(cast), page(cast.karin)
    answer = browser.post(path(barrier), typed(browser, barrier, owner_id=str(cast.trine.id)))
    assert answer.location == f"/goals/{cast.goal.id}/barriers#barrier-{barrier.id}"
    words = browser.follow(answer).words
    assert "It is saved. Trine Løvenskjold is told." in words
    assert "Trine Løvenskjold takes it away by" in words
    session().refresh(barrier)
    assert (barrier.owner_id, barrier.due_on) == (cast.trine.id, today() + timedelta(days=9))


def test_somebody_and_a_day_that_lies_ahead_are_asked_for(page, cast):
    barrier, browser = reported(cast), page(cast.karin)
    words = browser.post(path(barrier), typed(browser, barrier, due_on="")).words
    assert "Choose who takes it away." in words
    assert "Write by when the barrier is to be gone." in words
    for days in (-1, 3 * 366 + 1):
        day = f"{today() + timedelta(days=days):%d.%m.%Y}"
        wrong = browser.post(path(barrier), typed(browser, barrier, owner_id=str(cast.trine.id), due_on=day))
        assert "Write a day from today on and within three years." in wrong.words
        assert wrong.values("due_on") == [day]


def test_only_those_who_see_the_goal_are_offered_and_no_administrator(page, cast):
    def offered(goal):
        barrier = reported(cast, by=cast.trine, goal=goal)
        return set(page(cast.karin).get(path(barrier)).doc.xpath("//select[@name='owner_id']/option/@value"))

    everybody = {str(one.id) for one in (cast.otto, cast.emma, cast.bo)}
    assert everybody <= offered(cast.goal)
    assert str(cast.mads.id) not in offered(cast.goal)
    assert not everybody & offered(cast.draft)
    assert {str(cast.trine.id), str(cast.karin.id)} <= offered(cast.draft)
    barrier = reported(cast, by=cast.trine, goal=cast.draft)
    browser = page(cast.karin)
    sent = browser.post(path(barrier), typed(browser, barrier, owner_id=str(cast.bo.id)))
    assert "Choose one of the answers." in sent.words


def test_two_at_once_see_each_other(page, cast):
    barrier, browser = reported(cast), page(cast.ida)
    mine = typed(browser, barrier, owner_id=str(cast.otto.id))
    page(cast.karin).post(path(barrier), typed(page(cast.karin), barrier, owner_id=str(cast.trine.id)))
    stale = browser.post(path(barrier), mine)
    assert stale.status_code == 409
    assert "Trine Løvenskjold" in stale.words
    assert stale.doc.xpath("//select[@name='owner_id']/option[@selected]/@value") == [str(cast.otto.id)]


def test_what_is_settled_or_belongs_to_a_retired_goal_needs_nobody(page, cast):
    litany.forbidden_for(page, path(removed(cast)), cast.karin, cast.ida)
    barrier = reported(cast)
    retire_goal(cast.goal, by=cast.ida, reason="Ingen brugte det.")
    litany.forbidden_for(page, path(barrier), cast.karin, cast.ida)


def test_litany(page, cast):
    barrier = assigned(cast)
    litany.asks_strangers_to_sign_in(page, path(barrier))
    for method in ("GET", "POST"):
        others = (cast.trine, cast.frederik, cast.emma, cast.bo, cast.otto, cast.mads)
        litany.forbidden_for(page, path(barrier), *others, method=method)
        hidden = path(reported(cast, cast.trine, goal=cast.draft))
        litany.hidden_from(page, hidden, cast.otto, cast.bo, method=method)
        litany.hidden_from(page, f"/goals/{cast.draft.id}/barriers/{barrier.id}/assign", cast.karin, method=method)
    for user in (cast.ida, cast.mette, cast.karin):
        assert page(user).get(path(barrier)).status_code == 200, user.name
    litany.refuses(page, path(barrier), cast.karin, "DELETE")
