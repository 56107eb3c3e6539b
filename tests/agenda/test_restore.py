from app.core.db import session
from app.meetings.models import ItemState, Stage
from tests import litany
from tests.agenda.answers import path
from tests.meetings.answers import item, met


def dropped(cast, **more):
    return item(cast, met(cast, **more), state=ItemState.DROPPED)


def test_it_stands_on_the_agenda_again(page, cast):
    thing, browser = dropped(cast), page(cast.karin)
    assert "The item is back on the agenda." in browser.follow(browser.post(path(thing, "/restore"))).words
    session().expire_all()
    assert thing.state is ItemState.OPEN


def test_litany(page, cast):
    thing = dropped(cast, stage=Stage.CALLED)
    litany.asks_strangers_to_sign_in(page, path(thing, "/restore"), "POST")
    litany.forbidden_for(page, path(thing, "/restore"), cast.emma, cast.mads, method="POST")
    litany.forbidden_for(page, path(item(cast, met(cast)), "/restore"), cast.karin, method="POST")
    litany.refuses(page, path(thing, "/restore"), cast.karin, "GET")
