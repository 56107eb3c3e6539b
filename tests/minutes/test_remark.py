from datetime import timedelta

from app.core import clock
from tests import litany
from tests.minutes.answers import approved, at, held, out


def test_it_is_done(page, cast):
    meeting = out(cast)
    browser = page(cast.trine)
    assert browser.get(at(meeting, "remark")).status_code == 200
    answer = browser.follow(browser.post(at(meeting, "remark"), {"item_id": "", "words": "Jeg var der hele tiden."}))
    assert "Jeg var der hele tiden." in answer.words
    assert "Jeg var der hele tiden." not in page(cast.emma).get(at(meeting)).text
    assert "made a remark" in page(cast.karin).get("/notices").words


def test_not_after_the_deadline(page, cast):
    meeting = out(cast)
    with clock.at(clock.now() + timedelta(days=30)):
        litany.forbidden_for(page, at(meeting, "remark"), cast.trine)


def test_litany(page, cast):
    meeting = out(cast)
    path = at(meeting, "remark")
    litany.asks_strangers_to_sign_in(page, path)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path, cast.ida, cast.emma, method=method)
        litany.forbidden_for(page, at(approved(cast), "remark"), cast.trine, method=method)
        litany.hidden_from(page, at(held(cast), "remark"), cast.ida, cast.emma, cast.mette, method=method)
    litany.refuses(page, path, cast.trine, "DELETE")
