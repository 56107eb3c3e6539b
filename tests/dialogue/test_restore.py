from app.core.db import session
from app.dialogue.operations import revise_question
from tests import litany
from tests.dialogue.answers import KEY, own, the_question
from tests.organisation.answers import last_event

PATH = f"/dialogue/{KEY}/restore"


def reworded(cast):
    one = the_question(cast)
    revise_question(one, theme=one.theme, audience=one.audience, da="Vores?", en="Ours?", by=cast.ida)
    return the_question(cast)


def test_the_shipped_words_are_back(page, cast):
    before = the_question(cast)
    one = reworded(cast)
    browser = page(cast.ida)
    answer = browser.follow(browser.post(PATH, {"version": one.version}))
    assert "The question says what Pejling comes with again." in answer.words
    session().expire_all()
    assert (the_question(cast).da, the_question(cast).is_reworded) == (before.da, False)
    assert last_event().code == "dialogue_question.restored"


def test_somebody_was_faster(page, cast):
    reworded(cast)
    browser = page(cast.ida)
    assert "Somebody else changed the question meanwhile." in browser.follow(browser.post(PATH, {"version": 9})).words
    assert the_question(cast).is_reworded


def test_litany(page, cast):
    reworded(cast)
    litany.asks_strangers_to_sign_in(page, PATH, "POST")
    litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.mads, cast.bo, method="POST")
    litany.hidden_from(page, f"/dialogue/{own(cast).key}/restore", cast.ida, method="POST")
    litany.refuses(page, PATH, cast.ida, "GET")
