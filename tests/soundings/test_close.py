from datetime import timedelta

from app.core import clock
from app.core.clock import today
from app.core.db import session
from tests import litany
from tests.soundings.answers import opened, votes


def path(sounding):
    return f"/committees/{sounding.committee_id}/soundings/{sounding.id}/close"


def test_too_early_it_says_how_many_it_takes_and_has_no_button(page, cast):
    sounding = opened(cast)
    votes(sounding, cast.bo, cast.trine, cast.otto)
    browser = page(cast.frederik)
    shown = browser.get(path(sounding))
    assert "it can be closed only once at least 4 have taken part. After that day it closes by itself." in shown.words
    assert not shown.doc.xpath("//main//form")
    assert "at least 4" in browser.follow(browser.post(path(sounding))).words
    session().refresh(sounding)
    assert sounding.closed_on is None


def test_it_asks_first_and_says_what_happens(page, cast):
    sounding = opened(cast)
    votes(sounding, cast.bo)
    with clock.at(clock.now() + timedelta(days=8)):
        words = page(cast.frederik).get(path(sounding)).words
    assert "The urn holds 1 ballot of 5." in words
    assert "That is fewer than 3." in words
    assert "counted and then destroyed" in words
    assert not sounding.closed_on


def test_it_closes_and_shows_the_result(page, cast):
    sounding = opened(cast)
    votes(sounding, cast.otto, cast.trine, cast.bo, cast.mette)
    assert "fewer than" not in page(cast.emma).get(path(sounding)).words
    browser = page(cast.emma)
    words = browser.follow(browser.post(path(sounding))).words
    assert "The sounding is closed." in words
    assert "4 of 5 took part" in words
    session().refresh(sounding)
    assert (sounding.closed_on, sounding.closed_by_id) == (today(), cast.emma.id)
    assert "It was closed on" in browser.get(path(sounding)).words
    assert "The sounding is closed." not in browser.follow(browser.post(path(sounding))).words


def test_litany(page, cast):
    sounding = opened(cast)
    litany.asks_strangers_to_sign_in(page, path(sounding))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(sounding), cast.bo, cast.mette, method=method)
        litany.hidden_from(page, path(sounding), cast.ida, cast.karin, cast.mads, method=method)
    litany.refuses(page, path(sounding), cast.otto, "DELETE")
