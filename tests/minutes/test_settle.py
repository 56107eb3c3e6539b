from app.minutes.operations import make_remark
from tests import litany
from tests.minutes.answers import at, out


def path(meeting, remark):
    return at(meeting, "remarks", remark.id, "settle")


def test_its_maker_is_told_what_became_of_it(page, cast):
    meeting = out(cast)
    remark = make_remark(meeting, by=cast.trine, words="Jeg var der hele tiden.")
    browser = page(cast.karin)
    assert "Jeg var der hele tiden." in browser.get(path(meeting, remark)).words
    assert "Rettet." in browser.follow(browser.post(path(meeting, remark), {"words": "Rettet."})).words
    assert "settled your remark" in page(cast.trine).get("/notices").words
    litany.forbidden_for(page, path(meeting, remark), cast.karin)


def test_litany(page, cast):
    meeting = out(cast)
    remark = make_remark(meeting, by=cast.trine, words="x")
    litany.asks_strangers_to_sign_in(page, path(meeting, remark))
    for method in ("GET", "POST"):
        litany.hidden_from(page, path(meeting, remark), cast.ida, cast.emma, cast.mette, cast.mads, method=method)
        litany.hidden_from(page, path(out(cast), remark), cast.karin, method=method)
