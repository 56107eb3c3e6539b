from app.decisions.operations import keep_discussion
from tests import litany
from tests.decisions.answers import fresh
from tests.minutes.answers import approved, at, held, out


def told(words, meeting):
    return {"tell_colleagues": words, "version": str(meeting.version)}


def test_it_is_done(page, cast):
    meeting = held(cast)
    browser = page(cast.karin)
    assert browser.get(at(meeting, "tell")).status_code == 200
    answer = browser.follow(browser.post(at(meeting, "tell"), told("Vi holder op med at tælle.", meeting)))
    assert "Vi holder op med at tælle." in answer.words


def test_two_keepers_at_once_do_not_overwrite(page, cast):
    meeting = held(cast)
    first, second = page(cast.karin), page(cast.trine)
    said = told("Karins ord.", meeting), told("Trines ord.", meeting)
    assert first.post(at(meeting, "tell"), said[0]).status_code == 302
    answer = second.post(at(meeting, "tell"), said[1])
    assert answer.status_code == 409
    assert "Karins ord." in answer.words
    assert "Trines ord." in answer.doc.xpath("//textarea")[0].text
    assert fresh(meeting).tell_colleagues == "Karins ord."
    again = answer.doc.xpath("//input[@name='version']/@value")[0]
    assert second.post(at(meeting, "tell"), said[1] | {"version": again}).status_code == 302
    assert fresh(meeting).tell_colleagues == "Trines ord."


def test_what_is_recorded_meanwhile_is_no_reason_to_refuse_it(page, cast):
    meeting = held(cast)
    said = told("Karins ord.", meeting)
    keep_discussion(meeting.items[0], by=cast.trine, discussion="Vi talte om gardiner.")
    assert page(cast.karin).post(at(meeting, "tell"), said).status_code == 302


def test_litany(page, cast):
    meeting = held(cast)
    path = at(meeting, "tell")
    litany.asks_strangers_to_sign_in(page, path)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, at(out(cast), "tell"), cast.ida, cast.emma, method=method)
        litany.forbidden_for(page, at(approved(cast), "tell"), cast.karin, method=method)
        litany.hidden_from(page, at(held(cast), "tell"), cast.ida, cast.emma, cast.mette, method=method)
    litany.refuses(page, path, cast.karin, "DELETE")
