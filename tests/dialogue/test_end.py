from app.core.clock import today
from tests import litany
from tests.decisions.answers import fresh
from tests.dialogue.answers import at, talk
from tests.organisation.answers import last_event


def test_it_is_ended_with_what_the_committee_takes_with_it(page, cast):
    one = talk(cast)
    browser = page(cast.otto)
    assert "2 questions have no answer." in browser.get(at(one, "end")).words
    answer = browser.follow(browser.post(at(one, "end"), {"summary": "Listen ned.", "version": one.version}))
    assert "What we take with us" in answer.words
    assert (fresh(one).summary, one.ended_on) == ("Listen ned.", today())
    assert last_event().code == "dialogue.ended"


def test_then_nothing_more_is_written(page, cast):
    one = talk(cast)
    page(cast.otto).post(at(one, "end"), {"summary": "", "version": one.version})
    for verb in ("end", "choose", "decide", "sound", f"questions/{one.questions[0].id}/answer"):
        assert page(cast.otto).post(at(one, verb)).status_code == 403, verb


def test_two_at_once_do_not_overwrite(page, cast):
    one = talk(cast)
    answer = page(cast.otto).post(at(one, "end"), {"summary": "Mit.", "version": 99})
    assert answer.status_code == 409
    assert fresh(one).ended_on is None


def test_litany(page, cast):
    one = talk(cast)
    litany.asks_strangers_to_sign_in(page, at(one, "end"))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, at(one, "end"), cast.bo, method=method)
        litany.hidden_from(page, at(one, "end"), cast.ida, method=method)
    litany.refuses(page, at(one, "end"), cast.otto, "DELETE")
