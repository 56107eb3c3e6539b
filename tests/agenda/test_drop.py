import pytest

from app.agenda.operations import Asked, drop_item
from app.core.db import session
from app.meetings.models import KEPT_ORIGINS, ItemState, Stage
from tests import litany
from tests.agenda.answers import path, secret
from tests.meetings.answers import item, met


def test_what_nobody_asked_for_is_taken_off(page, cast):
    thing, browser = item(cast, met(cast)), page(cast.karin)
    assert "You can put it back below." in browser.follow(browser.post(path(thing, "/drop"))).words
    session().expire_all()
    assert thing.state is ItemState.DROPPED


@pytest.mark.parametrize("origin", sorted(KEPT_ORIGINS))
def test_what_somebody_has_asked_for_is_never_taken_off(page, cast, origin):
    thing = item(cast, met(cast), origin=origin)
    litany.forbidden_for(page, path(thing, "/drop"), cast.karin, method="POST")
    with pytest.raises(Asked):
        drop_item(thing, by=cast.karin)


def test_litany(page, cast):
    thing = item(cast, met(cast, stage=Stage.CALLED))
    litany.asks_strangers_to_sign_in(page, path(thing, "/drop"), "POST")
    litany.forbidden_for(page, path(thing, "/drop"), cast.emma, cast.mads, method="POST")
    litany.hidden_from(page, path(secret(cast), "/drop"), cast.emma, method="POST")
    litany.refuses(page, path(thing, "/drop"), cast.karin, "GET")
