from datetime import date
from decimal import Decimal

import pytest
import sqlalchemy as sa

from app.core.db import session
from app.goals.models import Answer, Goal, HangsOn, MeasuredLevel, Status
from app.organisation.operations import close_unit
from tests import litany
from tests.cast import speak_danish
from tests.goals.answers import typed

PATH = "/goals/add"


def newest():
    return session().scalars(sa.select(Goal).order_by(Goal.id.desc())).first()


def count():
    return session().scalar(sa.select(sa.func.count(Goal.id)))


def test_a_title_and_a_unit_are_enough_for_a_draft(page, cast):
    browser = page(cast.karin)
    answer = browser.post(PATH, typed(title="Færre genåbnede sager", unit_id=cast.service.id))
    goal = newest()
    assert answer.location == f"/goals/{goal.id}"
    assert (goal.title, goal.status, goal.code) == ("Færre genåbnede sager", Status.DRAFT, "M-0003")
    assert (goal.created_by_id, goal.owner_id) == (cast.karin.id, None)
    assert "M-0003 is saved as a draft." in browser.follow(answer).words


def test_everything_that_is_typed_is_kept(page, cast):
    said = typed(
        title="Svar inden fem dage", purpose="Ingen skal vente.", core_task="Svar til borgere", value_for="Borgere",
        behaviour="Flere ringer op.", unit_id=cast.service.id, owner_id=cast.karin.id, chosen_by="Direktionen",
        parent_id="m-1", measured_level="individual", measured_whom="Alle i fronten", measured_count="26",
        identifiable="yes", results_shown_to="group", results_shown_why="For at lære.", control_measure="yes",
        notice_given_on="1.12.2026", notice_start_on="1.2.2027", registration_minutes="15", hangs_on="pay",
        reward_for="all", reward_period="Et år", reward_threshold="80 %", comparable_with="Nabokommunen",
        comparison_conditions="Samme åbningstid", feedback_rhythm="Hver fredag", review_months="12",
        next_review_on="1.3.2027", kind="target", measure="Median af dage", method="Fra sagerne", measure_unit="dage",
        direction="lower", steering="steering", statutory_deadline="", baseline="9,5", proposed_target="6",
        decided_target="1.234,25", target_reason="Fordi", target_on="31.12.2027", rhythm="monthly", note="Tak.",
        **{"links-0-objective_id": cast.objective.id, "links-0-sentence": "Et hurtigt svar er klart."},
    )  # fmt: skip
    answer = page(cast.karin).post(PATH, said)
    assert answer.status_code == 302, answer.words
    goal = newest()
    assert goal.parent_id == cast.goal.id
    assert (goal.measured_level, goal.identifiable, goal.hangs_on) == (
        MeasuredLevel.INDIVIDUAL, Answer.YES, HangsOn.PAY,
    )  # fmt: skip
    assert (goal.baseline, goal.decided_target) == (Decimal("9.5"), Decimal("1234.25"))
    assert (goal.notice_given_on, goal.target_on) == (date(2026, 12, 1), date(2027, 12, 31))
    assert [(link.objective_id, link.sentence) for link in goal.links] == [
        (cast.objective.id, "Et hurtigt svar er klart."),
    ]
    kept = typed(goal)
    written_otherwise = {"parent_id", "baseline", "decided_target", "proposed_target"}
    days = {"notice_given_on", "notice_start_on", "next_review_on", "target_on"}
    for name in said.keys() - written_otherwise - days:
        assert str(kept[name]) == str(said[name]), name


def test_what_is_wrong_is_said_at_the_field_and_above_and_nothing_is_lost(page, cast):
    said = typed(purpose="Ingen skal vente.", measured_count="mange", target_on="32.1.2027", baseline="ni")
    answer = page(cast.karin).post(PATH, said)
    assert answer.status_code == 200
    summary = " ".join(answer.doc.get_element_by_id("errors").text_content().split())
    assert "5 things are missing or wrong" in summary
    assert "Give the goal a title." in summary
    assert "Choose the unit that the goal belongs to." in summary
    for name, value in said.items():
        if value and name not in {"kind", "steering"}:
            assert answer.values(name)[0].strip() == value
    assert count() == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "x" * 301), ("purpose", "x" * 20_001), ("measured_level", "department"), ("unit_id", "9999"),
        ("owner_id", "abc"), ("registration_minutes", "2401"), ("review_months", "0"), ("measured_count", "-1"),
        ("links-0-objective_id", "9999"), ("links-0-sentence", "x" * 301), ("baseline", "9" * 30),
    ],
)  # fmt: skip
def test_answers_that_cannot_be_are_refused(page, cast, name, value):
    said = typed(title="Et mål", unit_id=cast.service.id) | {name: value}
    assert page(cast.karin).post(PATH, said).status_code == 200
    assert count() == 2


def test_signs_of_all_kinds_come_back_as_they_were(page, cast):
    title = "<b>Ær & 'ø'</b> \"å\" {{ 7*7 }} %(name)s 🙂 " + "æ" * 200
    page(cast.karin).post(PATH, typed(title=title, purpose="linje 1\r\nlinje 2\x00", unit_id=cast.service.id))
    goal = newest()
    assert (goal.title, goal.purpose) == (title, "linje 1\nlinje 2")
    assert title in page(cast.karin).get(f"/goals/{goal.id}").doc.xpath("//h1")[0].text_content()


def test_a_manager_adds_only_where_they_lead(page, cast):
    units = "//select[@name='unit_id']/option[@value!='']/@value"
    assert page(cast.karin).get(PATH).doc.xpath(units) == [str(cast.service.id)]
    assert set(page(cast.mette).get(PATH).doc.xpath(units)) == {str(cast.centre.id), str(cast.service.id)}
    assert len(page(cast.ida).get(PATH).doc.xpath(units)) == 4
    answer = page(cast.karin).post(PATH, typed(title="Indtrængen", unit_id=cast.roads.id))
    assert "Choose one of the answers." in answer.words
    assert count() == 2


def test_closed_units_and_accounts_are_not_offered(page, cast):
    close_unit(cast.roads, by=cast.ida)
    assert str(cast.roads.id) not in page(cast.ida).get(PATH).doc.xpath("//select[@name='unit_id']/option/@value")


def test_who_adds_stands_as_owner_and_the_unit_asked_for_stands_ready(page, cast):
    answer = page(cast.mette).get(f"{PATH}?unit={cast.service.id}")
    assert (answer.values("owner_id"), answer.values("unit_id")) == ([str(cast.mette.id)], [str(cast.service.id)])


def test_hints_are_given_once_something_is_typed(page, cast):
    assert "A number without a purpose" not in page(cast.karin).get(PATH).words
    assert "A number without a purpose" in page(cast.karin).post(PATH, typed(unit_id=cast.service.id)).words


@pytest.mark.parametrize(
    ("said", "message"),
    [("M-0099", "No goal has that number."), ("noget", "No goal has that number."), ("99999999999", "No goal has")],
)
def test_the_goal_above_is_one_that_is_there(page, cast, said, message):
    answer = page(cast.karin).post(PATH, typed(title="Et mål", unit_id=cast.service.id, parent_id=said))
    assert message in answer.words
    assert answer.values("parent_id") == [said]


def test_a_draft_of_others_does_not_exist_as_goal_above_either(page, cast):
    said = typed(title="Et mål", unit_id=cast.roads.id, parent_id=cast.draft.code)
    assert "No goal has that number." in page(cast.otto).post(PATH, said).words
    assert "Telefonen bliver taget" not in page(cast.otto).get(PATH).text
    assert "Telefonen bliver taget" in page(cast.karin).get(PATH).text


def test_the_form_is_no_heavier_with_a_thousand_goals(page, cast):
    from tests.dossier.test_index import many

    few = page(cast.ida).get(PATH)
    many(cast, 1000)
    answer = page(cast.ida).get(PATH)
    assert answer.queries == few.queries
    assert len(answer.data) < 60_000


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.karin)
    answer = page(cast.karin).post(PATH, typed(parent_id="M-99"))
    assert "Giv målet en titel." in answer.words
    assert "Der er ikke noget mål med det nummer." in answer.words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, PATH, cast.trine, cast.frederik, cast.emma, cast.mads, cast.bo, method=method)
    litany.refuses(page, PATH, cast.ida, "DELETE")
