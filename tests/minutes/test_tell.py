from tests import litany
from tests.minutes.answers import approved, at, held, out


def test_it_is_done(page, cast):
    meeting = held(cast)
    browser = page(cast.karin)
    assert browser.get(at(meeting, "tell")).status_code == 200
    answer = browser.follow(browser.post(at(meeting, "tell"), {"words": "Vi holder op med at tælle."}))
    assert "Vi holder op med at tælle." in answer.words


def test_litany(page, cast):
    meeting = held(cast)
    path = at(meeting, "tell")
    litany.asks_strangers_to_sign_in(page, path)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, at(out(cast), "tell"), cast.ida, cast.emma, method=method)
        litany.forbidden_for(page, at(approved(cast), "tell"), cast.karin, method=method)
        litany.hidden_from(page, at(held(cast), "tell"), cast.ida, cast.emma, cast.mette, method=method)
    litany.refuses(page, path, cast.karin, "DELETE")
