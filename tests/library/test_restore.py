from app.core.db import session
from tests import litany
from tests.library.answers import KEY, added, reworded, the_line
from tests.organisation.answers import last_event

PATH = f"/library/{KEY}/restore"


def test_the_shipped_words_hold_again_and_the_change_is_recorded(page, cast):
    shipped = the_line(cast)
    seen = reworded(cast, poles=["use:left"]).version
    browser = page(cast.ida)
    assert "what Pejling comes with again" in browser.follow(browser.post(PATH, {"version": seen})).words
    session().expire_all()
    line = the_line(cast)
    assert (line.da, line.en, line.poles, line.is_reworded) == (shipped.da, shipped.en, shipped.poles, False)
    assert last_event().code == "library.restored"
    assert last_event().changes["da"] == ["Vi bliver rivaler", shipped.da]


def test_words_that_somebody_wrote_meanwhile_are_not_thrown_away(page, cast):
    seen = reworded(cast).version
    reworded(cast, da="Skrevet imens")
    for sent in ({"version": seen}, {}):
        browser = page(cast.ida)
        assert "Somebody else changed the line meanwhile." in browser.follow(browser.post(PATH, sent)).words
        assert the_line(cast).da == "Skrevet imens"


def test_where_nothing_was_reworded_there_is_nothing_to_do(page, cast):
    told = last_event()
    assert page(cast.ida).post(PATH, {"version": 0}).status_code == 302
    assert last_event() == told


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH, "POST")
    litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.mads, cast.bo, method="POST")
    litany.hidden_from(page, "/library/no.such.line/restore", cast.ida, method="POST")
    litany.hidden_from(page, f"/library/{added(cast).id}/restore", cast.ida, method="POST")
    litany.refuses(page, PATH, cast.ida, "GET")
