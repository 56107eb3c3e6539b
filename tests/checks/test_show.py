from datetime import timedelta

from app.checks import queries
from app.core.clock import today
from app.goals.models import Answer, Status
from tests import litany
from tests.cast import speak_danish
from tests.checks.answers import aside, sound

PATH = "/service-check/identifiable"


def links(shown):
    return shown.doc.xpath("//main//a/@href")


def test_it_lists_the_goals_with_the_way_to_mend_each(page, cast):
    goal = sound(cast, identifiable=Answer.YES)
    shown = page(cast.karin).get(PATH)
    assert {f"/goals/{goal.id}", f"/goals/{goal.id}/edit#identifiable"} <= set(links(shown))
    assert f"/service-check/identifiable/{goal.id}/set-aside" in links(shown)
    assert "Borgerservice · Karin Nørgård" in shown.words


def test_whoever_may_not_mend_it_is_led_to_no_closed_door(page, cast):
    goal = sound(cast, identifiable=Answer.YES)
    assert [link for link in links(page(cast.emma).get(PATH)) if str(goal.id) in link] == [f"/goals/{goal.id}"]


def test_it_tells_the_detail_and_what_is_set_aside_last(page, cast):
    first = sound(cast, next_review_on=today() - timedelta(days=3))
    second = sound(cast, next_review_on=today() - timedelta(days=5))
    aside(cast, first, "review_overdue")
    shown = page(cast.emma).get("/service-check/review_overdue")
    found = [head.text_content() for head in shown.doc.xpath("//main//h2")]
    assert [code in text for code, text in zip((second.code, first.code), found, strict=True)] == [True, True]
    assert "Was due on" in shown.words
    assert "by Ida Møllegård, because: Vi venter på det nye system." in shown.words


def test_details_of_every_kind(page, cast):
    sound(cast, focus=2, process=-2, registration_minutes=1200)
    assert "Without a reason: Focus and Process" in page(cast.emma).get("/service-check/far_without_reason").words
    assert "1,200 minutes a week from each" in page(cast.emma).get("/service-check/heavy_registration").words


def test_it_lists_objectives_and_units_too(page, cast):
    shown = page(cast.emma).get("/service-check/thin_objective")
    assert f"/objectives/{cast.objective.id}" in links(shown)
    assert "Goals: 1" in shown.words
    for _number in range(5):
        sound(cast)
    assert f"/organisation/units/{cast.service.id}" in links(page(cast.emma).get("/service-check/many_goals"))


def test_long_lists_have_pages(page, cast, monkeypatch):
    monkeypatch.setattr(queries, "PER_PAGE", 2)
    goals = [sound(cast, identifiable=Answer.YES) for _number in range(3)]
    first, second = page(cast.emma).get(PATH), page(cast.emma).get(f"{PATH}?page=2")
    assert "Page 1 of 2" in first.words
    assert f"/goals/{goals[0].id}" in links(first)
    assert f"/goals/{goals[2].id}" not in links(first)
    assert f"/goals/{goals[2].id}" in links(second)
    assert "Page 2 of 2" in page(cast.emma).get(f"{PATH}?page=99").words
    assert "Page 1 of 2" in page(cast.emma).get(f"{PATH}?page=x").words


def test_as_many_queries_for_many_goals_as_for_one(page, cast):
    sound(cast, identifiable=Answer.YES)
    one = page(cast.ida).get(PATH).queries
    for _number in range(5):
        sound(cast, identifiable=Answer.YES)
    assert page(cast.ida).get(PATH).queries == one


def test_where_nothing_is_found_it_leads_back(page, cast):
    shown = page(cast.emma).get(f"{PATH}?unit={cast.roads.id}")
    assert "This rule finds nothing" in shown.words
    assert f"/service-check?unit={cast.roads.id}" in links(shown)


def test_a_rule_that_is_not_there(page, cast):
    assert page(cast.ida).get("/service-check/unlucky").status_code == 404


def test_every_rule_in_danish(page, cast):
    speak_danish(cast.karin)
    sound(cast, identifiable=Answer.YES, status=Status.IN_HEARING)
    for rule in queries.RULES:
        assert page(cast.karin).get(f"/service-check/{rule.code}").status_code == 200, rule.code


def test_litany(page, cast):
    sound(cast, identifiable=Answer.YES)
    litany.asks_strangers_to_sign_in(page, PATH)
    for user in (cast.ida, cast.mette, cast.karin, cast.otto, cast.trine, cast.frederik, cast.emma, cast.mads, cast.bo):
        assert page(user).get(PATH).status_code == 200, user.name
    litany.refuses(page, PATH, cast.ida, "POST")
