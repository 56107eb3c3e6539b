from app.actions.models import ActionStatus
from app.core.db import session
from tests import litany
from tests.actions.answers import acted


def path(action):
    return f"/actions/{action.id}/move"


def test_a_card_goes_to_the_next_column_and_back(page, cast):
    action, browser = acted(cast), page(cast.karin)
    sent = browser.post(f"{path(action)}?unit={cast.service.id}", {"stands": "underway", "version": "1"})
    assert sent.location == f"/actions/board?unit={cast.service.id}#action-{action.id}"
    assert "Moved: Tag listen ned" in browser.follow(sent).words
    session().refresh(action)
    assert action.status is ActionStatus.UNDERWAY
    browser.post(path(action), {"stands": "planned", "version": str(action.version)})
    session().refresh(action)
    assert action.status is ActionStatus.PLANNED


def test_nothing_is_done_or_closed_by_moving_a_card(page, cast):
    action = acted(cast)
    for status in ("done", "closed", "dropped", "sludder", ""):
        assert page(cast.karin).post(path(action), {"stands": status, "version": "1"}).status_code == 302
    session().refresh(action)
    assert (action.status, action.version) == (ActionStatus.PLANNED, 1)


def test_a_card_that_somebody_else_has_moved_stays(page, cast):
    action, browser = acted(cast), page(cast.karin)
    page(cast.ida).post(path(action), {"stands": "underway", "version": "1"})
    sent = browser.post(path(action), {"stands": "planned", "version": "1"})
    assert "Somebody else has changed the action meanwhile" in browser.follow(sent).words
    session().refresh(action)
    assert action.status is ActionStatus.UNDERWAY


def test_litany(page, cast):
    action = acted(cast)
    litany.asks_strangers_to_sign_in(page, path(action), "POST")
    litany.forbidden_for(page, path(action), cast.emma, cast.bo, cast.otto, cast.trine, cast.mads, method="POST")
    litany.forbidden_for(page, path(acted(cast, status=ActionStatus.DONE)), cast.ida, method="POST")
    litany.hidden_from(page, path(acted(cast, goals=[cast.draft])), cast.otto, cast.bo, method="POST")
    litany.refuses(page, path(action), cast.karin, "GET")
