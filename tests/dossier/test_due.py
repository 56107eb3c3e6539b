from datetime import timedelta

from app.core.clock import today
from tests import litany
from tests.dossier.test_index import set_on, titles


def test_overdue_and_soon_but_not_later(page, cast):
    browser = page(cast.ida)
    for days, found in ((-1, True), (0, True), (30, True), (31, False)):
        set_on(cast.goal, cast.ida, next_review_on=today() + timedelta(days=days))
        assert (titles(browser.get("/goals/due")) == [cast.goal.title]) is found


def test_with_nothing_due_it_says_so(page, cast):
    assert "No review is overdue" in page(cast.ida).get("/goals/due").words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/goals/due")
    litany.refuses(page, "/goals/due", cast.ida, "POST")
