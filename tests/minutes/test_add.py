from tests import litany
from tests.minutes.answers import approved, at, held, hidden_item, out


def test_it_is_done(page, cast):
    meeting = approved(cast)
    browser = page(cast.karin)
    assert browser.get(at(meeting, "add")).status_code == 200
    answer = browser.follow(browser.post(at(meeting, "add"), {"item_id": "", "words": "Datoen skal være den 3."}))
    assert "Datoen skal være den 3." in answer.words
    assert "Datoen skal være den 3." in page(cast.emma).get(at(meeting)).words
    assert "It fits what stands above." in answer.words


def test_to_a_confidential_item_it_is_the_committees_own(page, cast):
    meeting = approved(cast)
    page(cast.karin).post(at(meeting, "add"), {"item_id": str(hidden_item(meeting).id), "words": "Hemmeligt tillæg"})
    assert "Hemmeligt tillæg" in page(cast.trine).get(at(meeting)).words
    assert "Hemmeligt tillæg" not in page(cast.emma).get(at(meeting)).text
    assert "Hemmeligt tillæg" not in page(cast.karin).get(at(meeting) + "?version=staff").text


def test_litany(page, cast):
    meeting = approved(cast)
    path = at(meeting, "add")
    litany.asks_strangers_to_sign_in(page, path)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path, cast.ida, cast.emma, cast.mette, method=method)
        litany.forbidden_for(page, at(out(cast), "add"), cast.karin, method=method)
        litany.hidden_from(page, at(held(cast), "add"), cast.ida, cast.emma, cast.mette, method=method)
    litany.refuses(page, path, cast.karin, "DELETE")
