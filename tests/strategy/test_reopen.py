from app.core.db import session
from app.strategy.operations import close_objective
from tests import litany


def path(objective):
    return f"/objectives/{objective.id}/reopen"


def test_it_opens_again(page, cast):
    close_objective(cast.objective, by=cast.ida)
    browser = page(cast.ida)
    assert "The objective is open again." in browser.follow(browser.post(path(cast.objective))).words
    session().refresh(cast.objective)
    assert cast.objective.closed_on is None


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.objective), "POST")
    litany.forbidden_for(page, path(cast.objective), cast.karin, cast.mads, cast.bo, method="POST")
    litany.hidden_from(page, "/objectives/9999/reopen", cast.ida, method="POST")
    litany.refuses(page, path(cast.objective), cast.ida, "GET")
