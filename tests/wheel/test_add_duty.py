from app.core.db import session
from app.wheel.models import YearlyDuty
from tests import litany

PATH = "/wheel/duties/add"
SAID = {"title": "Rundering med sikkerhedsgruppen", "note": "", "month": "5", "day": "4", "every_years": "2",
        "first_year": "2026", "committee_id": ""}  # fmt: skip


def test_the_safety_organisation_adds_one_for_everybody(page, cast):
    browser = page(cast.ida)
    assert "Rundering med sikkerhedsgruppen" in browser.follow(browser.post(PATH, SAID)).words
    row = session().query(YearlyDuty).one()
    assert (row.month, row.day, row.every_years, row.first_year, row.committee_id) == (5, 4, 2, 2026, None)
    assert "Rundering" in page(cast.bo).get("/wheel?committee=all&year=2026").text
    assert "Rundering" not in page(cast.bo).get("/wheel?committee=all&year=2027").text


def test_keepers_add_one_for_their_committee_and_no_other(page, cast):
    browser = page(cast.trine)
    assert browser.post(PATH, SAID | {"committee_id": str(cast.local.id)}).status_code == 302
    for other in ("", str(cast.top.id)):
        assert "Choose one of the answers." in browser.post(PATH, SAID | {"committee_id": other}).words
    assert [row.committee_id for row in session().query(YearlyDuty)] == [cast.local.id]
    assert "Rundering" in page(cast.bo).get(f"/wheel?committee={cast.local.id}&year=2026").text
    assert "Rundering" not in page(cast.bo).get(f"/wheel?committee={cast.top.id}&year=2026").text


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(page, cast):
    answer = page(cast.ida).post(PATH, SAID | {"title": "", "month": "2", "day": "30"})
    assert "Write what is to be done." in answer.words
    assert "February has no such day." in answer.words
    assert answer.values("day") == ["30"]
    assert session().query(YearlyDuty).count() == 0


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, PATH, cast.otto, cast.emma, cast.bo, cast.mads, method=method)
    litany.refuses(page, PATH, cast.ida, "DELETE")
