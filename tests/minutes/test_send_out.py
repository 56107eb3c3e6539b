from app.meetings.models import Stage
from tests import litany
from tests.decisions.answers import fresh
from tests.minutes.answers import SOON, at, held, out


def test_it_is_done(page, cast):
    meeting = held(cast)
    browser = page(cast.karin)
    assert browser.get(at(meeting, "send-out")).status_code == 200
    answer = browser.follow(browser.post(at(meeting, "send-out"), {"remarks_by": SOON}))
    assert "The minutes are out" in answer.words
    assert fresh(meeting).stage is Stage.MINUTES_OUT
    assert "sent out the minutes of this meeting" in page(cast.trine).get("/notices").words
    assert "sent out" not in page(cast.emma).get("/notices").words


def test_what_was_not_treated_is_named_first(page, cast):
    assert "Støj i kantinen" in page(cast.karin).get(at(held(cast), "send-out")).words


def test_the_deadline_lies_ahead(page, cast):
    meeting = held(cast)
    for typed, words in (("01.01.2020", "lies before today"), ("", "Write until when")):
        assert words in page(cast.karin).post(at(meeting, "send-out"), {"remarks_by": typed}).words
    assert fresh(meeting).stage is Stage.IN_SESSION


def test_litany(page, cast):
    meeting = held(cast)
    path = at(meeting, "send-out")
    litany.asks_strangers_to_sign_in(page, path)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, at(out(cast), "send-out"), cast.karin, cast.ida, cast.emma, method=method)
        litany.hidden_from(page, at(held(cast), "send-out"), cast.ida, cast.emma, cast.mette, method=method)
    litany.refuses(page, path, cast.karin, "DELETE")
