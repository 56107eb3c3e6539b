from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.actions.models import ActionKind, ActionStatus, Step, Worked
from app.apv.queries import PER_PAGE
from app.core.clock import today
from app.core.db import session
from app.core.formats import day, short_day
from app.core.settings import setting
from app.goals.models import Aspect
from app.risks.models import Factor, Rating
from app.risks.operations import accept_risk
from tests import litany
from tests.actions.answers import acted
from tests.apv.answers import HIGH, LOW, MEDIUM, assessed, goal_in, in_english, noted, strains_of, treated
from tests.cast import speak_danish
from tests.risks.answers import drafted, strain

DUE = today() + timedelta(days=20)


def path(cast, unit=None):
    return f"/apv/{(unit or cast.service).id}"


def problems(answer):
    return [head.text_content().strip() for head in answer.doc.xpath("//section[@class='card']//h3")]


def test_it_says_of_each_problem_what_the_law_asks_for(page, cast):
    assessment = assessed(cast, factors=(Factor.WORKLOAD,))
    treated(cast, assessment, step=Step.CHANGE_GOAL, check_on=DUE + timedelta(days=30))
    words = page(cast.emma).get(path(cast)).words
    for said in (
        "1. Kø og hast", "High risk, 20 of 25. It happens often, and the consequence is very serious.",
        "Man skynder sig.", "Alle 26, hver dag.", f"Goal: {cast.goal}", "Aspect: Motivation and meaning",
        "Factors of the order: Heavy workload and time pressure", "Køen kan ses.",
        "Support from managers and colleagues: Ugentligt teammøde.", f"Assessed on {in_english(day, today())}.",
        "The management side: Karin Nørgård", "The employee side: Trine Løvenskjold",
        "Tag listen ned", "Sammen med holdet.", "Drop or change the goal", in_english(short_day, DUE), "Planned",
        f"To be checked on {in_english(short_day, DUE + timedelta(days=30))}",
    ):  # fmt: skip
        assert said in words, said


def test_the_effect_of_what_was_done_is_told(page, cast):
    treated(cast, assessed(cast), status=ActionStatus.CLOSED, worked=Worked.PARTLY, check_words="Halvdelen mærker det.")
    words = page(cast.emma).get(path(cast)).words
    assert f"Checked on {in_english(short_day, today())} by Karin Nørgård: partly." in words
    assert "Halvdelen mærker det." in words


EXPERIMENT = {
    "kind": ActionKind.EXPERIMENT, "value_before": 31, "value_after": 18, "measure_unit": "pr. måned",
    "learned": "Kend hinandens ruter.",
}  # fmt: skip


def test_an_experiment_says_what_it_measured_and_what_was_learned(page, cast):
    treated(cast, assessed(cast), status=ActionStatus.CLOSED, **EXPERIMENT)
    words = page(cast.emma).get(path(cast)).words
    assert "Before: 31. After: 18 pr. måned" in words
    assert "What was learned: Kend hinandens ruter." in words


def test_an_experiment_without_a_figure_says_why(page, cast):
    said = {"kind": ActionKind.EXPERIMENT, "no_figure": "Ingen talte."}
    treated(cast, assessed(cast), status=ActionStatus.CLOSED, **said)
    assert "Ingen talte." in page(cast.emma).get(path(cast)).words


def test_what_is_done_about_a_goal_but_no_strain_of_the_plan_stands_apart(page, cast):
    assessment = assessed(cast, strain("Kø og hast", (4, 5)), strain("Lav", LOW))
    high, low = sorted(strains_of(assessment), key=lambda one: one.title)
    acted(cast, strains=[high], title="Mod belastningen")
    whole = acted(cast, title="Vi drøfter målet")
    acted(cast, title="Droppet igen", status=ActionStatus.DROPPED, dropped_reason="Nej.")
    acted(cast, title="Om kladden", goals=[cast.draft])
    answer = page(cast.emma).get(path(cast))
    [apart] = answer.doc.xpath("//section[@id='others']")
    assert apart.xpath(".//tbody//a/@href") == [f"/actions/{whole.id}"]
    closed = acted(cast, strains=[low], status=ActionStatus.CLOSED)
    links = page(cast.emma).get(path(cast)).doc.xpath("//section[@id='others']//tbody//a/@href")
    assert links == [f"/actions/{closed.id}", f"/actions/{whole.id}"]
    assert not page(cast.emma).get(path(cast, cast.roads)).doc.xpath("//section[@id='others']")


def test_without_an_action_it_says_so_and_leads_to_one(page, cast):
    strain_ = strains_of(assessed(cast))[0]
    address = f"/actions/add?goal={cast.goal.id}&strain={strain_.id}"
    answer = page(cast.karin).get(path(cast))
    assert "No action yet" in answer.words
    assert answer.doc.xpath("//a[@href=$a]", a=address)
    assert not page(cast.emma).get(path(cast)).doc.xpath("//a[@href=$a]", a=address)


def test_low_strains_stand_there_only_while_something_is_done_about_them(page, cast):
    assessment = assessed(cast, strain("Lav", LOW), strain("Middel", MEDIUM))
    assert problems(page(cast.emma).get(path(cast))) == ["1. Middel"]
    low = next(one for one in strains_of(assessment) if one.title == "Lav")
    action = acted(cast, strains=[low], status=ActionStatus.DONE)
    assert problems(page(cast.emma).get(path(cast))) == ["1. Middel", "2. Lav"]
    assert action.title in page(cast.emma).get(path(cast)).words


def test_what_was_dropped_is_left_out(page, cast):
    treated(cast, assessed(cast), status=ActionStatus.DROPPED, dropped_reason="Ikke nødvendigt.")
    answer = page(cast.emma).get(path(cast))
    assert "Tag listen ned" not in answer.words
    assert "No action yet" in answer.words


def test_what_is_late_is_marked(page, cast):
    treated(cast, assessed(cast), due_on=today() - timedelta(days=3))
    assert "Overdue" in page(cast.emma).get(path(cast)).words


def test_the_most_serious_come_first_page_by_page(page, cast):
    assessed(cast, *(strain(f"Nr. {n}", MEDIUM) for n in range(PER_PAGE)), strain("Værst", HIGH))
    first = problems(page(cast.emma).get(path(cast)))
    assert len(first) == PER_PAGE
    assert first[0] == "1. Værst"
    assert len(problems(page(cast.emma).get(f"{path(cast)}?page=2"))) == 1
    assert problems(page(cast.emma).get(f"{path(cast)}?page=99")) == [f"{PER_PAGE + 1}. Nr. {PER_PAGE - 1}"]


def test_drafts_never_appear(page, cast):
    drafted(cast, strain("Kun en kladde", HIGH))
    for who in (cast.ida, cast.karin, cast.trine):
        words = page(who).get(path(cast)).words
        assert "Kun en kladde" not in words
        assert cast.draft.title not in words


def test_goals_that_nobody_has_assessed_are_named(page, cast):
    words = page(cast.emma).get(path(cast)).words
    assert "1 goal in force, 0 of them assessed." in words
    assert "Goals in force that nobody has assessed" in words
    assert cast.goal.title in words


def test_a_unit_stands_alone_or_with_those_below(page, cast):
    assessed(cast)
    goal_in(cast.roads, cast)
    assert problems(page(cast.emma).get(path(cast, cast.root))) == []
    answer = page(cast.emma).get(f"{path(cast, cast.root)}?below=1")
    assert "1. Kø og hast" in problems(answer)
    rows = answer.doc.xpath("//table[caption[contains(., 'last mapped')]]/tbody/tr")
    assert [row.xpath("string(th)") for row in rows] == ["Borgerservice", "Vej og Park"]
    assert "Never mapped" in rows[1].text_content()


def test_each_aspect_says_when_it_was_last_mapped(page, cast):
    assessed(cast, days=3 * 366)
    rows = page(cast.emma).get(path(cast)).doc.xpath("//table[caption[contains(., 'last mapped')]]/tbody/tr")
    assert len(rows) == len(Aspect)
    assert all("Overdue" in row.text_content() for row in rows)


def test_the_factors_say_when_they_were_last_found(page, cast):
    assessed(cast, factors=(Factor.WORKLOAD,))
    rows = page(cast.emma).get(path(cast)).doc.xpath("//table[caption[contains(., 'order')]]/tbody/tr")
    assert [" ".join(row.text_content().split()) for row in rows][:2] == [
        f"Heavy workload and time pressure{in_english(short_day, today())}", "Unclear or conflicting demandsNever",
    ]  # fmt: skip


def test_an_accepted_risk_says_who_why_and_until_when(page, cast):
    assessed(cast)
    until = today() + timedelta(days=60)
    rating = session().scalars(sa.select(Rating)).one()
    accept_risk(rating, by=cast.karin, accepted_by=cast.mette, reason="Systemet skiftes til maj.", until=until)
    words = page(cast.emma).get(path(cast)).words
    assert f"Accepted by Mette Hjortshøj until {in_english(day, until)}." in words
    assert "Systemet skiftes til maj." in words


def test_the_newest_note_stands_first(page, cast):
    noted(cast, absence="Det gamle.")
    noted(cast, absence="Det nye.")
    answer = page(cast.emma).get(path(cast))
    assert answer.words.index("Det nye.") < answer.words.index("Det gamle.")
    assert "Det gamle." in answer.doc.xpath("//details[@class='more top-gap']")[0].text_content()


def test_it_says_plainly_what_it_is_not(page, cast):
    assert "Performance goals are only one part of a workplace assessment." in page(cast.emma).get(path(cast)).words


def test_the_years_are_a_setting(cast):
    assert setting("apv_years") == 3


def test_many_strains_cost_no_more_queries(page, cast):
    treated(cast, assessed(cast))
    few = [page(cast.ida).get(f"{path(cast)}{more}").queries for more in ("", "?below=1", "/plan.docx")]
    for number in range(10):
        goal = goal_in(cast.service, cast, title=f"Mål {number}")
        treated(cast, assessed(cast, *(strain(f"{number}.{n}", HIGH) for n in range(5)), goal=goal))
    assert [page(cast.ida).get(f"{path(cast)}{more}").queries for more in ("", "?below=1", "/plan.docx")] == few


@pytest.mark.parametrize("more", ["", "?below=1"])
def test_it_is_whole_in_danish(page, cast, more):
    speak_danish(cast.emma)
    treated(cast, assessed(cast, factors=(Factor.WORKLOAD,)), step=Step.TRAIN)
    noted(cast)
    assert "Handlingsplan: Borgerservice" in page(cast.emma).get(f"{path(cast)}{more}").words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast))
    litany.hidden_from(page, "/apv/9999", cast.ida)
    litany.refuses(page, path(cast), cast.ida, "POST")
