from datetime import UTC, datetime, timedelta

from app.checks.operations import keep_scores
from app.core import clock
from app.core.clock import today
from app.goals.models import Answer, Status
from tests import litany
from tests.cast import speak_danish
from tests.checks.answers import aside, put, sound

PATH = "/service-check"


def test_it_groups_what_is_found_by_how_much_it_matters(page, cast):
    sound(cast, identifiable=Answer.YES)
    shown = page(cast.emma).get(PATH)
    heads = [" ".join(h.text_content().split()) for h in shown.doc.xpath("//main//h2")]
    assert heads == [
        "How well the register is kept", "Serious: look at these first", "Moderate: to be mended",
        "Remarks: worth a thought",
    ]  # fmt: skip
    [row] = shown.doc.xpath("//li[.//a[@href='/service-check/identifiable']]")
    words = " ".join(row.text_content().split())
    assert "Single persons can be told from the numbers" in words
    assert "Agree on who may see the numbers, and why." in words
    assert "1 goal" in words


def test_it_scores_what_is_in_force(page, cast):
    put(cast.goal, status=Status.RETIRED)
    sound(cast, identifiable=Answer.YES)
    sound(cast)
    words = page(cast.emma).get(PATH).words
    assert "95 of 100 today" in words
    assert "The mean over 2 goals in force" in words
    assert "1 moderate finding" in words


def test_what_is_set_aside_is_counted_apart(page, cast):
    goal = sound(cast, identifiable=Answer.YES)
    aside(cast, goal, "identifiable")
    [row] = page(cast.emma).get(PATH).doc.xpath("//li[.//a[@href='/service-check/identifiable']]")
    assert "0 goals1 set aside" in " ".join(row.text_content().split())


def test_one_looks_at_a_unit_with_all_below_it(page, cast):
    sound(cast, identifiable=Answer.YES)
    sound(cast, unit_id=cast.roads.id, purpose="")
    at_roads = page(cast.emma).get(f"{PATH}?unit={cast.roads.id}")
    assert at_roads.doc.xpath(f"//a[@href='/service-check/without_purpose?unit={cast.roads.id}']")
    assert not at_roads.doc.xpath(f"//a[@href='/service-check/identifiable?unit={cast.roads.id}']")
    assert (
        page(cast.emma)
        .get(f"{PATH}?unit={cast.centre.id}")
        .doc.xpath(f"//a[@href='/service-check/identifiable?unit={cast.centre.id}']")
    )
    for wrong in ("", "x", "9999"):
        assert page(cast.emma).get(f"{PATH}?unit={wrong}").doc.xpath("//a[@href='/service-check/identifiable']")


def test_the_scores_stand_as_a_curve_and_in_figures(page, cast):
    with clock.at(datetime(2026, 3, 2, 7, tzinfo=UTC)):
        keep_scores()
    shown = page(cast.emma).get(PATH)
    [drawing] = shown.doc.xpath("//figure//*[local-name()='svg']")
    assert "The score went from" in drawing.get("aria-label")
    assert "2 Mar 2026" in shown.doc.xpath("//table//th[@scope='row']")[0].text_content()
    assert not page(cast.emma).get(f"{PATH}?unit={cast.roads.id}").doc.xpath("//figure")


def test_a_draft_is_found_only_for_those_who_see_it(page, cast):
    sound(cast, status=Status.DRAFT)
    assert page(cast.karin).get(PATH).doc.xpath("//a[@href='/service-check/draft_left']")
    assert not page(cast.emma).get(PATH).doc.xpath("//a[@href='/service-check/draft_left']")


def test_where_nothing_is_found_it_says_what_that_means(page, cast):
    put(cast.goal, status=Status.RETIRED)
    sound(cast, unit_id=cast.roads.id)
    words = page(cast.emma).get(f"{PATH}?unit={cast.roads.id}").words
    assert "The rules find nothing" in words
    assert "100 of 100 today" in words


def test_in_danish(page, cast):
    speak_danish(cast.karin)
    sound(cast, identifiable=Answer.YES, next_review_on=today() - timedelta(days=1))
    assert "Så godt er registret passet" in page(cast.karin).get(PATH).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    for user in (cast.ida, cast.mette, cast.karin, cast.otto, cast.trine, cast.frederik, cast.emma, cast.mads, cast.bo):
        assert page(user).get(PATH).status_code == 200, user.name
    litany.refuses(page, PATH, cast.ida, "POST")
