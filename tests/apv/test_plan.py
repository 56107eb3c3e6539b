"""The plan as a file: read back in each of its forms."""

import io
from datetime import timedelta

import pytest
from docx import Document
from python_calamine import load_workbook

from app.actions.models import Step
from app.apv import queries
from app.apv.file import paper_of
from app.apv.plan import Scope
from app.core.clock import today
from app.core.formats import short_day
from app.organisation.viewers import with_standing
from app.risks.models import Factor
from tests import litany
from tests.actions.answers import acted
from tests.apv.answers import HIGH, assessed, goal_in, in_english, noted, treated
from tests.cast import speak_danish
from tests.papers import text_of
from tests.risks.answers import drafted, strain

LATE = today() - timedelta(days=3)


def path(cast, form, unit=None):
    return f"/apv/{(unit or cast.service).id}/plan.{form}"


@pytest.fixture
def whole(cast):
    """A plan in which everything is said."""
    assessment = assessed(cast, factors=(Factor.WORKLOAD,))
    treated(cast, assessment, step=Step.ADJUST, due_on=LATE)
    noted(cast)
    goal_in(cast.service, cast, title="Ikke vurderet endnu")
    return assessment


SAID = [
    "Action plan for the work environment: Borgerservice", "Lilleby Kommune", "2 goals in force, 1 of them assessed.",
    "1. Kø og hast", "High risk, 20 of 25. It happens often, and the consequence is very serious.", "Man skynder sig.",
    "Alle 26, hver dag.", "Aspect: Motivation and meaning", "Factors of the order: Heavy workload and time pressure",
    "Køen kan ses.", "Support from managers and colleagues: Ugentligt teammøde.", "The management side: Karin Nørgård",
    "The employee side: Trine Løvenskjold", "Tag listen ned", "Sammen med holdet.",
    "Adjust the target or the way of measuring", "Karin Nørgård", "Overdue", "Planned", "No day for the check yet",
    "Motivation and meaning", "Work-related violence", "Ikke vurderet endnu", "Fraværet er uændret.",
    "Trine var med hele vejen.", "Performance goals are only one part of a workplace assessment.",
]  # fmt: skip


def docx_words(data):
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def xlsx_words(data):
    book = load_workbook(io.BytesIO(data))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    return "\n".join(str(cell) for row in rows for cell in row)


READERS = {"docx": docx_words, "xlsx": xlsx_words, "pdf": text_of}


@pytest.mark.parametrize("form", READERS)
def test_everything_on_the_page_is_in_the_file(page, cast, whole, form):
    answer = page(cast.emma).get(path(cast, form))
    words = READERS[form](answer.data)
    for said in SAID:
        assert said.replace("- ", "-") in words.replace("- ", "-"), said


@pytest.mark.parametrize("form", READERS)
def test_what_is_done_about_no_strain_in_particular_is_in_the_file(page, cast, form):
    acted(cast, title="Vi drøfter målet")
    words = READERS[form](page(cast.emma).get(path(cast, form)).data)
    assert "Vi drøfter målet" in words


@pytest.mark.parametrize("form", READERS)
def test_a_file_is_named_after_unit_and_day(page, cast, form):
    answer = page(cast.emma).get(path(cast, form))
    name = f"action-plan-borgerservice-{today():%Y-%m-%d}.{form}"
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"


def test_it_speaks_the_readers_language(page, cast, whole):
    speak_danish(cast.emma)
    answer = page(cast.emma).get(path(cast, "docx"))
    assert "filename=handlingsplan-borgerservice" in answer.headers["Content-Disposition"]
    assert "Handlingsplan for arbejdsmiljøet: Borgerservice" in docx_words(answer.data)
    assert Document(io.BytesIO(answer.data)).core_properties.language == "da-DK"


@pytest.mark.parametrize("form", READERS)
def test_nothing_to_tell_is_told(page, cast, form):
    words = READERS[form](page(cast.emma).get(path(cast, form, cast.roads)).data)
    assert "No strain of the unit's goals is above low" in words.replace("’", "'")
    assert "Nobody has written about the process yet." in words


@pytest.mark.parametrize("form", READERS)
def test_with_all_below_each_unit_has_a_row(page, cast, whole, form):
    goal_in(cast.roads, cast)
    words = READERS[form](page(cast.emma).get(f"{path(cast, form, cast.root)}?below=1").data)
    for said in ("Lilleby Kommune and all units below it", "1. Kø og hast", "Vej og Park", "Never mapped"):
        assert said in words, said


def test_drafts_are_in_no_file(page, cast):
    drafted(cast, strain("Kun en kladde", HIGH))
    assert "Kun en kladde" not in docx_words(page(cast.ida).get(path(cast, "docx")).data)


def test_a_workbook_has_a_row_for_each_problem_and_each_action(page, cast, whole):
    book = load_workbook(io.BytesIO(page(cast.emma).get(path(cast, "xlsx")).data))
    problems, actions = (book.get_sheet_by_name(name).to_python() for name in ("Problems", "Actions"))
    assert [row[0] for row in problems] == ["Problem", "1. Kø og hast"]
    assert [row[0] for row in actions] == ["Problem", "1. Kø og hast"]
    assert in_english(short_day, LATE) in actions[1][4]


def test_a_long_plan_says_that_it_was_cut(page, cast, monkeypatch):
    monkeypatch.setattr(queries, "MOST", 1)
    assessed(cast, strain("En", HIGH), strain("To", HIGH))
    words = docx_words(page(cast.emma).get(path(cast, "docx")).data)
    assert "The 1 most serious of 2 problems stand here." in words
    assert "2. To" not in words


@pytest.mark.parametrize("form", READERS)
def test_markup_in_what_people_typed_stays_text(page, cast, form):
    nasty = "#set text(red) *x* $y$ [z] =1+1 <b>"
    assessed(cast, strain("=SUM(A1) #panic()", HIGH, words=nasty), nature=nasty)
    words = READERS[form](page(cast.emma).get(path(cast, form)).data)
    assert nasty in words
    assert "1. =SUM(A1) #panic()" in words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast, "docx"))
    litany.hidden_from(page, "/apv/9999/plan.docx", cast.ida)
    litany.hidden_from(page, path(cast, "exe"), cast.ida)
    litany.refuses(page, path(cast, "docx"), cast.ida, "POST")


def test_what_is_left_out_is_said(cast, monkeypatch):
    """A plan is a document of law: it does not end in silence."""
    for place in ("app.apv.queries", "app.apv.plan"):
        monkeypatch.setattr(f"{place}.MOST_NAMED", 1)
        monkeypatch.setattr(f"{place}.MOST_UNITS", 1)
    for title in ("Et mål", "Et til"):
        goal_in(cast.service, cast, title=title)
    acted(cast)
    found = queries.plan_of(with_standing(cast.ida), Scope(cast.root, below=True), per_page=20)
    assert (found.unnamed, found.has_more_units, found.has_more_others) == (2, True, True)
    said = str(paper_of(found, organisation="Lilleby", years=3))
    for words in ("Og 2 mål mere.", "Kun de 1 nyeste står her.", "Kun de første 1 enheder står her."):
        assert words in said
