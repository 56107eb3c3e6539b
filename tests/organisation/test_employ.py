from app.core.db import session
from app.organisation.queries import employment_of
from tests import litany
from tests.organisation.answers import last_event


def path(unit):
    return f"/organisation/units/{unit.id}/people"


def test_a_person_works_here_from_now_on(page, cast):
    browser = page(cast.mads)
    answer = browser.post(path(cast.roads), {"user_id": cast.emma.id})
    shown = browser.follow(answer)
    assert "Emma Håkansson works here now." in shown.words
    session().expire_all()
    assert employment_of(cast.emma).unit_id == cast.roads.id
    assert last_event().code == "employment.set"
    assert "Emma Håkansson works in Vej og Park" in shown.words


def test_nobody_chosen_says_so(page, cast):
    browser = page(cast.ida)
    assert "Choose a person." in browser.follow(browser.post(path(cast.roads), {"user_id": ""})).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.roads), method="POST")
    litany.forbidden_for(page, path(cast.roads), cast.otto, cast.trine, cast.bo, method="POST")
    litany.hidden_from(page, "/organisation/units/9999/people", cast.ida, method="POST")
    litany.refuses(page, path(cast.roads), cast.ida, "GET")
