from app.dialogue.operations import hide_question
from app.dialogue.queries import questions
from tests import litany
from tests.dialogue.answers import KEY, the_question
from tests.organisation.answers import last_event

PATH = f"/dialogue/{KEY}/bring-back"


def test_it_can_be_chosen_again(page, cast):
    hide_question(the_question(cast), by=cast.ida)
    browser = page(cast.ida)
    assert "The question is in use again." in browser.follow(browser.post(PATH)).words
    assert KEY in {one.key for one in questions()}
    assert last_event().code == "dialogue_question.brought_back"


def test_one_that_was_never_put_aside_stays_as_it_is(page, cast):
    assert page(cast.ida).post(PATH).status_code == 302
    assert the_question(cast).row is None


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH, "POST")
    litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.mads, cast.bo, method="POST")
    litany.hidden_from(page, "/dialogue/no.such/bring-back", cast.ida, method="POST")
    litany.refuses(page, PATH, cast.ida, "GET")
