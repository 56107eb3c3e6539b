from datetime import timedelta

from app.core.clock import today
from tests import litany
from tests.dossier.test_index import many, set_on


def test_what_waits_is_there_with_its_button(page, cast):
    set_on(cast.goal, cast.ida, next_review_on=today() - timedelta(days=3))
    doc = page(cast.karin).get("/").doc
    assert "2 things wait for you." in doc.text_content()
    assert doc.xpath(f"//a[@href='/goals/{cast.goal.id}/review']")


def test_what_is_another_units_does_not_wait_for_me(page, cast):
    set_on(cast.goal, cast.ida, next_review_on=today() - timedelta(days=3))
    assert "Nothing waits for you." in page(cast.otto).get("/").words


def test_an_employee_sees_what_the_own_unit_is_measured_on(page, cast):
    assert cast.goal.title in page(cast.emma).get("/").words
    assert cast.draft.title not in page(cast.emma).get("/").words


def test_the_safety_organisation_sees_what_nobody_assessed(page, cast):
    assert "nobody has assessed them" in page(cast.ida).get("/").words


def test_it_stays_as_quick_with_many_goals(page, cast):
    few = page(cast.otto).get("/").queries
    many(cast, 300)
    assert page(cast.otto).get("/").queries <= few + 1


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/")
    litany.refuses(page, "/", cast.ida, "POST")
