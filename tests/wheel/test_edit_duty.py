from app.core.db import session
from app.wheel.models import YearlyDuty
from tests import litany
from tests.cast import speak_danish
from tests.wheel.answers import duty

PATH = "/wheel/duties/budget/edit"
SAID = {"title": "Budget: what it means for work and staff", "month": "9", "day": "1", "every_years": "1",
        "note": "The committee is heard before the budget is read for the first time.", "version": "0"}  # fmt: skip


def test_one_that_comes_with_the_program_gets_its_row_and_is_still_said_in_each_language(page, cast):
    browser = page(cast.ida)
    assert browser.get(PATH).values("title") == [SAID["title"]]
    browser.follow(browser.post(PATH, SAID))
    row = session().query(YearlyDuty).one()
    assert (row.key, row.title, row.note, row.month, row.day) == ("budget", "", "", 9, 1)
    speak_danish(cast.bo)
    assert SAID["title"] not in page(cast.bo).get("/wheel/duties").words


def test_a_title_of_ones_own_is_kept(page, cast):
    page(cast.ida).post(PATH, SAID | {"title": "Budgetmøde"})
    page(cast.ida).post(PATH, SAID | {"title": "Budgetmøde", "month": "10", "version": "1"})
    row = session().query(YearlyDuty).one()
    assert (row.title, row.month) == ("Budgetmøde", 10)


def test_two_at_once_see_both_versions(page, cast):
    own = duty(cast)
    answer = page(cast.ida).post(f"/wheel/duties/{own.id}/edit", SAID | {"version": "9"})
    assert answer.status_code == 409
    page(cast.ida).post(PATH, SAID)
    assert page(cast.ida).post(PATH, SAID | {"month": "11"}).status_code == 409


def test_a_committees_keepers_change_its_own(page, cast):
    own = duty(cast, by=cast.karin, committee_id=cast.local.id)
    page(cast.trine).post(f"/wheel/duties/{own.id}/edit", SAID | {"title": "Vores", "version": "1"})
    session().refresh(own)
    assert (own.title, own.committee_id) == ("Vores", cast.local.id)


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    own = duty(cast, by=cast.karin, committee_id=cast.local.id)
    for method in ("GET", "POST"):
        everyone_else = (cast.mette, cast.karin, cast.otto, cast.trine, cast.frederik, cast.emma, cast.mads, cast.bo)
        litany.forbidden_for(page, PATH, *everyone_else, method=method)
        litany.forbidden_for(page, f"/wheel/duties/{own.id}/edit", cast.ida, cast.mette, cast.bo, method=method)
        for wrong in ("999", "nothing", "1e3"):
            litany.hidden_from(page, f"/wheel/duties/{wrong}/edit", cast.ida, method=method)
    litany.refuses(page, PATH, cast.ida, "DELETE")
