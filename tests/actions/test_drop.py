from app.actions.models import ActionStatus
from app.core.db import session
from tests import litany
from tests.actions.answers import acted

SAID = {"reason": "Målet udgår.", "version": "1"}


def path(action):
    return f"/actions/{action.id}/drop"


def test_it_stays_with_the_reason(page, cast):
    action, browser = acted(cast), page(cast.karin)
    assert "Målet udgår." in browser.follow(browser.post(path(action), SAID)).words
    session().refresh(action)
    assert (action.status, action.dropped_reason) == (ActionStatus.DROPPED, "Målet udgår.")


def test_without_a_reason_nothing_is_dropped(page, cast):
    action = acted(cast)
    assert "Write why." in page(cast.karin).post(path(action), SAID | {"reason": ""}).words
    session().refresh(action)
    assert action.status is ActionStatus.PLANNED


def test_two_at_once_see_both_versions(page, cast):
    answer = page(cast.karin).post(path(acted(cast)), SAID | {"version": "9"})
    assert answer.status_code == 409
    assert answer.values("reason") == ["Målet udgår."]


def test_litany(page, cast):
    action = acted(cast)
    litany.asks_strangers_to_sign_in(page, path(action))
    for method in ("GET", "POST"):
        others = (cast.otto, cast.trine, cast.frederik, cast.emma, cast.bo, cast.mads)
        litany.forbidden_for(page, path(action), *others, method=method)
        litany.forbidden_for(page, path(acted(cast, status=ActionStatus.DONE)), cast.ida, method=method)
        litany.hidden_from(page, path(acted(cast, goals=[cast.draft])), cast.otto, cast.bo, method=method)
    litany.refuses(page, path(action), cast.karin, "DELETE")
