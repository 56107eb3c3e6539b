from app.dialogue.operations import end_session
from tests import litany
from tests.decisions.answers import fresh
from tests.dialogue.answers import at, talk
from tests.organisation.answers import last_event


def test_an_ended_dialogue_goes_on(page, cast):
    one = talk(cast)
    end_session(one, by=cast.otto, summary="Færdig.")
    browser = page(cast.frederik)
    assert "The dialogue goes on." in browser.follow(browser.post(at(one, "reopen"))).words
    assert (fresh(one).ended_on, one.summary) == (None, "Færdig.")
    assert last_event().code == "dialogue.reopened"


def test_litany(page, cast):
    one = talk(cast)
    litany.forbidden_for(page, at(one, "reopen"), cast.otto, method="POST")
    end_session(one, by=cast.otto, summary="")
    litany.asks_strangers_to_sign_in(page, at(one, "reopen"), "POST")
    litany.forbidden_for(page, at(one, "reopen"), cast.bo, method="POST")
    litany.hidden_from(page, at(one, "reopen"), cast.ida, method="POST")
    litany.refuses(page, at(one, "reopen"), cast.otto, "GET")
