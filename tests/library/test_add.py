from app.goals.models import Aspect
from app.library import operations
from app.library.models import LineKind
from app.library.queries import all_lines
from tests import litany
from tests.library.answers import added, typed
from tests.organisation.answers import last_event

PATH = "/library/add"


def own():
    return [line for line in all_lines() if line.is_own]


def test_an_own_line_is_added_and_recorded(page, cast):
    browser = page(cast.ida)
    answer = browser.follow(browser.post(PATH, typed(answered=["compared:yes", "statutory:yes"])))
    assert "Driving is not counted" in answer.words
    [line] = own()
    assert (line.aspect, line.kind, line.da) == (Aspect.FAIRNESS, LineKind.STRAIN, "Køretiden tæller ikke med")
    assert (line.poles, line.answers) == (("process:left",), ("compared:yes", "statutory:yes"))
    assert last_event().code == "library.added"
    assert last_event().changes["da"] == ["", "Køretiden tæller ikke med"]


def test_one_language_is_enough(page, cast):
    assert page(cast.ida).post(PATH, typed(da="")).status_code == 302
    assert own()[0].words == "Driving is not counted"


def test_no_words_at_all_are_not(page, cast):
    answer = page(cast.ida).post(PATH, typed(da=" ", en="", aspect="trust"))
    assert "Write the line in at least one of the languages." in answer.words
    assert answer.doc.xpath("//select[@name='aspect']/option[@selected]/@value") == ["trust"]
    assert answer.doc.xpath("//input[@name='poles'][@checked]/@value") == ["process:left"]
    assert own() == []


def test_it_must_say_what_it_is(page, cast):
    answer = page(cast.ida).post(PATH, typed(kind="", aspect="", da="x" * 161))
    for words in ("Choose a gain or a strain.", "Choose an aspect.", "Shorten it to at most 160."):
        assert words in answer.words
    assert "x" * 161 in answer.text


def test_poles_that_nobody_knows_are_refused(page, cast):
    answer = page(cast.ida).post(PATH, typed(poles=["level:sideways"]))
    assert "Choose one of the answers." in answer.words
    assert own() == []


def test_there_is_an_end_to_it(page, cast, monkeypatch):
    monkeypatch.setattr(operations, "MOST_OWN", 1)
    added(cast)
    answer = page(cast.ida).post(PATH, typed(da="En til"))
    assert "no room for more" in answer.words
    assert answer.values("da") == ["En til"]


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.mads, cast.bo, method=method)
    litany.refuses(page, PATH, cast.ida, "DELETE")
