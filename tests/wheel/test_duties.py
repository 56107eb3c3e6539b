from app.core.db import session
from app.wheel.models import YearlyDuty
from tests import litany
from tests.cast import speak_danish
from tests.wheel.answers import duty

PATH = "/wheel/duties"


def test_what_comes_with_the_program_stands_there_without_a_row(page, cast):
    words = page(cast.bo).get(PATH).words
    for title in ("Sickness absence of the year", "Yearly work-environment discussion", "Workplace assessment (APV)"):
        assert title in words
    assert session().query(YearlyDuty).count() == 0


def test_only_who_may_change_one_is_offered_to(page, cast):
    mine, everybodys = duty(cast, by=cast.karin, committee_id=cast.local.id), duty(cast)
    for who, first, second in ((cast.karin, 1, 0), (cast.trine, 1, 0), (cast.ida, 0, 1), (cast.bo, 0, 0)):
        doc = page(who).get(PATH).doc
        assert len(doc.xpath(f"//a[@href='{PATH}/{mine.id}/edit']")) == first, who.name
        assert len(doc.xpath(f"//a[@href='{PATH}/{everybodys.id}/edit']")) == second, who.name


def test_questions_do_not_grow(page, cast):
    duty(cast, by=cast.karin, committee_id=cast.local.id)
    few = page(cast.ida).get(PATH).queries
    for _ in range(20):
        duty(cast)
    assert page(cast.ida).get(PATH).queries == few


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.ida)
    assert "Faste pligter" in page(cast.ida).get(PATH).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    litany.refuses(page, PATH, cast.ida, "POST")
