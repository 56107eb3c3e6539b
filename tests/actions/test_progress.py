from app.actions.models import ActionStatus
from app.core.db import session
from tests import litany
from tests.actions.answers import acted

SAID = {"stands": "underway", "progress": "40", "progress_words": "Vi mangler Bo.", "version": "1"}


def path(action):
    return f"/actions/{action.id}/progress"


def test_who_is_responsible_tells_how_it_goes(page, cast):
    action, browser = acted(cast, responsible=cast.trine), page(cast.trine)
    told = browser.follow(browser.post(path(action), SAID)).words
    assert "Vi mangler Bo." in told
    assert "40 per cent" in told
    session().refresh(action)
    assert (action.status, action.progress) == (ActionStatus.UNDERWAY, 40)
    assert browser.get(path(action)).values("progress_words") == ["Vi mangler Bo."]


def test_what_is_wrong_keeps_what_was_typed(page, cast):
    for wrong in ("101", "-1", "meget", ""):
        answer = page(cast.karin).post(path(acted(cast)), SAID | {"progress": wrong})
        assert "Write a" in answer.words
        assert answer.values("progress_words") == ["Vi mangler Bo."]
    assert "Choose one of the answers." in page(cast.karin).post(path(acted(cast)), SAID | {"stands": "closed"}).words


def test_two_at_once_see_both_versions(page, cast):
    action = acted(cast)
    page(cast.karin).post(path(action), SAID)
    answer = page(cast.ida).post(path(action), SAID | {"progress": "60"})
    assert answer.status_code == 409
    assert answer.values("progress") == ["60"]


def test_litany(page, cast):
    action = acted(cast)
    litany.asks_strangers_to_sign_in(page, path(action))
    for method in ("GET", "POST"):
        others = (cast.otto, cast.trine, cast.frederik, cast.emma, cast.bo, cast.mads)
        litany.forbidden_for(page, path(action), *others, method=method)
        litany.forbidden_for(page, path(acted(cast, status=ActionStatus.DONE)), cast.ida, method=method)
        litany.hidden_from(page, path(acted(cast, goals=[cast.draft])), cast.otto, cast.bo, method=method)
    for user in (cast.ida, cast.mette, cast.karin):
        assert page(user).get(path(action)).status_code == 200, user.name
    litany.refuses(page, path(action), cast.karin, "DELETE")
