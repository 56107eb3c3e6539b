from app.core.db import session
from app.library.operations import hide_line
from app.library.queries import lines
from tests import litany
from tests.library.answers import KEY, added, the_line
from tests.organisation.answers import last_event

PATH = f"/library/{KEY}/hide"


def test_a_line_put_aside_is_no_longer_proposed(page, cast):
    browser = page(cast.ida)
    assert "It is no longer proposed." in browser.follow(browser.post(PATH)).words
    assert KEY not in {line.key for line in lines()}
    assert the_line(cast).is_hidden
    assert not the_line(cast).is_reworded
    assert last_event().code == "library.hidden"
    assert last_event().changes == {"hidden": [False, True]}


def test_an_own_one_too(page, cast):
    row = added(cast)
    page(cast.ida).post(f"/library/{row.id}/hide")
    session().expire_all()
    assert str(row.id) not in {line.key for line in lines()}


def test_twice_is_told_once(app, cast):
    hide_line(the_line(cast), by=cast.ida)
    told = last_event().id
    hide_line(the_line(cast), by=cast.ida)
    assert last_event().id == told


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH, "POST")
    litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.mads, cast.bo, method="POST")
    litany.hidden_from(page, "/library/no.such.line/hide", cast.ida, method="POST")
    litany.refuses(page, PATH, cast.ida, "GET")
