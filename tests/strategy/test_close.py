from app.core.clock import today
from app.core.db import session
from tests import litany


def path(objective):
    return f"/objectives/{objective.id}/close"


def test_it_is_closed_and_its_goals_still_name_it(page, cast):
    browser = page(cast.ida)
    assert "The objective is closed." in browser.follow(browser.post(path(cast.objective))).words
    session().refresh(cast.objective)
    assert cast.objective.closed_on == today()
    assert "Borgere får et klart svar" in page(cast.bo).get(f"/goals/{cast.goal.id}").words


def test_a_closed_one_is_no_longer_offered_but_kept_where_it_was_chosen(page, cast):
    page(cast.ida).post(path(cast.objective))
    offered = "//select[contains(@name, 'objective')]/option/@value"
    key = str(cast.objective.id)
    assert key not in page(cast.karin).get("/goals/add").doc.xpath(offered)
    assert key in page(cast.karin).get(f"/goals/{cast.goal.id}/edit").doc.xpath(offered)


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.objective), "POST")
    litany.forbidden_for(page, path(cast.objective), cast.karin, cast.mads, cast.bo, method="POST")
    litany.hidden_from(page, "/objectives/9999/close", cast.ida, method="POST")
    litany.refuses(page, path(cast.objective), cast.ida, "GET")
