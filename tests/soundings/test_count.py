import json

from tests import litany
from tests.soundings.answers import opened, run_out, votes


def path(sounding):
    return f"/committees/{sounding.committee_id}/soundings/{sounding.id}/count"


def test_it_answers_only_when_the_number_has_changed(page, cast):
    sounding = opened(cast)
    browser = page(cast.otto)
    first = browser.get(path(sounding))
    assert json.loads(first.data) == {"held": 0, "closed": False}
    seen = {"If-None-Match": first.headers["ETag"]}
    again = browser.get(path(sounding), headers=seen)
    assert (again.status_code, again.data) == (304, b"")
    votes(sounding, cast.bo)
    assert json.loads(browser.get(path(sounding), headers=seen).data) == {"held": 1, "closed": False}
    run_out(sounding, by=cast.otto)
    assert json.loads(browser.get(path(sounding), headers=seen).data) == {"held": 0, "closed": True}


def test_litany(page, cast):
    sounding = opened(cast)
    litany.asks_strangers_to_sign_in(page, path(sounding))
    litany.hidden_from(page, path(sounding), cast.ida, cast.karin, cast.mads)
    litany.refuses(page, path(sounding), cast.otto, "POST")
