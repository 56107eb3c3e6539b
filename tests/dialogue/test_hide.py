from app.dialogue.queries import questions
from tests import litany
from tests.dialogue.answers import KEY, at, talk
from tests.organisation.answers import last_event

PATH = f"/dialogue/{KEY}/hide"


def test_it_can_no_longer_be_chosen_and_stays_where_it_was(page, cast):
    one = talk(cast)
    browser = page(cast.ida)
    assert "The question is put aside." in browser.follow(browser.post(PATH)).words
    assert KEY not in {each.key for each in questions()}
    assert last_event().code == "dialogue_question.hidden"
    assert "Do we want colleagues or teams to compete" in page(cast.otto).get(at(one)).words
    fresh = page(cast.otto).get(at(one, "choose"))
    assert fresh.doc.xpath(f"//input[@value='{KEY}'][@checked]"), "where it is chosen already it can stay"


def test_twice_is_once(page, cast):
    page(cast.ida).post(PATH)
    before = last_event().id
    assert page(cast.ida).post(PATH).status_code == 302
    assert last_event().id == before


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH, "POST")
    litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.mads, cast.bo, method="POST")
    litany.hidden_from(page, "/dialogue/no.such/hide", cast.ida, method="POST")
    litany.refuses(page, PATH, cast.ida, "GET")
