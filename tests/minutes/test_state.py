from tests import litany
from tests.minutes.answers import approved, at, held, hidden_item, open_item, out


def test_it_is_done(page, cast):
    meeting = held(cast)
    browser = page(cast.trine)
    assert browser.get(at(meeting, "state")).status_code == 200
    answer = browser.follow(
        browser.post(
            at(meeting, "state"),
            {"item_id": str(open_item(meeting).id), "words": "FOA er uenig.", "on_behalf_of": "FOA"},
        )
    )
    assert "Statement, FOA" in answer.words
    assert "FOA er uenig." in answer.words


def test_on_a_confidential_item_it_stays_in_the_committee(page, cast):
    meeting = out(cast)
    page(cast.trine).post(at(meeting, "state"), {"item_id": str(hidden_item(meeting).id), "words": "Hemmelig uenighed"})
    assert "Hemmelig uenighed" in page(cast.karin).get(at(meeting)).words
    assert "Hemmelig uenighed" not in page(cast.emma).get(at(meeting)).text


def test_what_is_missing_is_said(page, cast):
    answer = page(cast.trine).post(at(out(cast), "state"), {"words": "", "item_id": "9999"})
    assert "Write the statement." in answer.words


def test_litany(page, cast):
    meeting = held(cast)
    path = at(meeting, "state")
    litany.asks_strangers_to_sign_in(page, path)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, at(out(cast), "state"), cast.ida, cast.emma, method=method)
        litany.forbidden_for(page, at(approved(cast), "state"), cast.trine, method=method)
        litany.hidden_from(page, at(held(cast), "state"), cast.ida, cast.emma, cast.mette, method=method)
    litany.refuses(page, path, cast.trine, "DELETE")
