from app.dialogue import operations
from app.dialogue.models import Audience, Theme
from app.dialogue.queries import all_questions
from tests import litany
from tests.dialogue.answers import own, typed
from tests.organisation.answers import last_event

PATH = "/dialogue/add"


def added():
    return [one for one in all_questions() if one.is_own]


def test_a_question_of_ones_own(page, cast):
    browser = page(cast.ida)
    answer = browser.follow(browser.post(PATH, typed()))
    assert "What would we miss the least?" in answer.words
    [one] = added()
    assert (one.theme, one.audience, one.da) == (Theme.GENERAL, Audience.LOCAL, "Hvad ville vi savne mindst?")
    assert last_event().code == "dialogue_question.added"


def test_one_language_is_enough_and_none_is_not(page, cast):
    assert page(cast.ida).post(PATH, typed(da="")).status_code == 302
    answer = page(cast.ida).post(PATH, typed(da=" ", en="", theme=""))
    assert "Write the question in at least one of the languages." in answer.words
    assert "Choose a theme." in answer.words
    assert len(added()) == 1


def test_there_is_an_end_to_it(page, cast, monkeypatch):
    monkeypatch.setattr(operations, "MOST_OWN", 1)
    own(cast)
    answer = page(cast.ida).post(PATH, typed(da="En til?"))
    assert "no room for more" in answer.words
    assert answer.values("da") == ["En til?"]


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.mads, cast.bo, method=method)
    litany.refuses(page, PATH, cast.ida, "DELETE")
