from dataclasses import replace
from datetime import timedelta

from app.actions.models import ActionStatus
from app.core.clock import today
from app.core.formats import short_day
from app.goals.models import Aspect
from app.risks.operations import finish_assessment, revise_assessment, start_assessment
from tests import litany
from tests.actions.answers import acted
from tests.apv.answers import HIGH, LOW, MEDIUM, assessed, goal_in, in_english, treated
from tests.cast import speak_danish
from tests.risks.answers import content, drafted, strain

PATH = "/apv"


def cells(answer):
    """{unit: [what the other columns say]}"""
    return {
        row.xpath("string(th)").strip(): [" ".join(td.text_content().split()) for td in row.xpath("td")]
        for row in answer.doc.xpath("//tbody/tr")
    }


def test_each_unit_with_goals_in_force_is_counted(page, cast):
    goal_in(cast.service, cast)
    goal_in(cast.roads, cast)
    lines = strain("Høj", HIGH), strain("Middel", MEDIUM), strain("Middel to", MEDIUM), strain("Lav", LOW)
    assessment = assessed(cast, *lines)
    treated(cast, assessment)
    treated(cast, assessment, due_on=today() - timedelta(days=1))
    treated(cast, assessment, status=ActionStatus.CLOSED)
    found = cells(page(cast.emma).get(PATH))
    assert list(found) == ["Borgerservice", "Vej og Park"]
    assert found["Borgerservice"][:5] == ["1 of 2", "1", "2", "2", "1"]
    assert found["Vej og Park"][:5] == ["0 of 1", "0", "0", "0", "0"]


def test_the_aspect_mapped_longest_ago_counts(page, cast):
    assessed(cast)
    day = today()
    mapped = cells(page(cast.emma).get(PATH))["Borgerservice"][5]
    assert mapped.startswith(in_english(short_day, day))
    assert "Mapped" in mapped
    assert f"Next by {in_english(short_day, day.replace(year=day.year + 3))}" in mapped


def test_aspects_that_nobody_spoke_of_are_told(page, cast):
    goal_in(cast.roads, cast)
    assert "6 aspects never mapped" in cells(page(cast.emma).get(PATH))["Vej og Park"][5]


def test_a_goal_without_influence_has_answered_on_every_aspect(page, cast):
    assessment = start_assessment(cast.goal, by=cast.karin)
    said = replace(content(cast, no_influence_reason="Tallet følger vejret."), gains={})
    revise_assessment(assessment, content=said, by=cast.karin)
    finish_assessment(assessment, by=cast.karin)
    assert "never mapped" not in cells(page(cast.emma).get(PATH))["Borgerservice"][5]


def test_drafts_of_goals_and_of_assessments_count_for_nobody(page, cast):
    drafted(cast, strain("Kø", HIGH))
    acted(cast, goals=[cast.draft])
    for who in (cast.ida, cast.karin, cast.emma):
        found = cells(page(who).get(PATH))
        assert found["Borgerservice"][:5] == ["0 of 1", "0", "0", "0", "0"]


def test_the_newest_assessment_counts(page, cast):
    assessed(cast, strain("Kø", MEDIUM), days=400)
    assessed(cast, strain("Kø", HIGH))
    assert cells(page(cast.emma).get(PATH))["Borgerservice"][1:3] == ["1", "0"]


def test_it_narrows_to_a_unit_and_those_below(page, cast):
    goal_in(cast.roads, cast)
    assert list(cells(page(cast.emma).get(f"{PATH}?unit={cast.centre.id}"))) == ["Borgerservice"]


def test_many_goals_cost_no_more_queries(page, cast):
    assessed(cast)
    few = page(cast.ida).get(PATH).queries
    for number in range(30):
        goal = goal_in(cast.roads if number % 2 else cast.centre, cast, title=f"Mål {number}")
        treated(cast, assessed(cast, strain(f"Belastning {number}", HIGH, Aspect.TRUST), goal=goal))
    assert page(cast.ida).get(PATH).queries == few


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.emma)
    assessed(cast)
    assert "Arbejdspladsvurdering (APV)" in page(cast.emma).get(PATH).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    litany.refuses(page, PATH, cast.ida, "POST")
