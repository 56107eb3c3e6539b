import pytest

from app.core.audit import Event
from app.core.db import session
from app.goals.models import RiskLevel, Status
from app.goals.operations import add_goal, retire_goal, revise_goal, set_risk_level
from app.people.operations import close_user
from app.strategy.operations import add_objective
from tests import litany
from tests.goals.answers import set_on, typed
from tests.organisation.answers import last_event


def path(goal):
    return f"/goals/{goal.id}/edit"


def test_saving_without_a_change_changes_and_records_nothing(page, cast):
    version, events = cast.goal.version, session().query(Event).count()
    assert page(cast.karin).post(path(cast.goal), typed(cast.goal)).location == f"/goals/{cast.goal.id}"
    session().refresh(cast.goal)
    assert (cast.goal.version, session().query(Event).count()) == (version, events)


def test_a_change_is_recorded_with_old_and_new(page, cast):
    page(cast.karin).post(path(cast.goal), typed(cast.goal, measured_count="30", purpose="Ingen skal vente."))
    session().refresh(cast.goal)
    assert (cast.goal.measured_count, cast.goal.purpose) == (30, "Ingen skal vente.")
    assert last_event().changes == {
        "measured_count": [26, 30],
        "purpose": ["Ingen skal vente unødigt på svar.", "Ingen skal vente."],
    }
    words = page(cast.bo).get(f"/goals/{cast.goal.id}/history").words
    assert "Karin Nørgård revised the goal." in words


def test_links_are_added_reworded_and_taken_away(page, cast):
    other = add_objective(title="Trygge medarbejdere", by=cast.ida)
    said = typed(cast.goal) | {
        "links-0-sentence": "Nye ord.", "links-1-objective_id": other.id, "links-1-sentence": "Ro på.",
    }  # fmt: skip
    page(cast.karin).post(path(cast.goal), said)
    session().refresh(cast.goal)
    assert {link.objective_id: link.sentence for link in cast.goal.links} == {
        cast.objective.id: "Nye ord.", other.id: "Ro på.",
    }  # fmt: skip
    assert last_event().code == "goal.links_revised"
    said = typed(cast.goal) | {"links-0-objective_id": ""}
    page(cast.karin).post(path(cast.goal), said)
    session().refresh(cast.goal)
    assert [link.objective_id for link in cast.goal.links] == [other.id]


def test_two_at_once_see_both_versions_and_decide(page, cast):
    first = typed(cast.goal, measured_count="30", hangs_on="reporting")
    second = typed(cast.goal, measured_count="40", parent_id=cast.draft.code)
    page(cast.karin).post(path(cast.goal), first)
    answer = page(cast.ida).post(path(cast.goal), second)
    assert answer.status_code == 409
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in answer.doc.xpath("//main//tbody/tr")]
    assert sorted(rows) == [
        ["Goal above", "–", "M-0002 Telefonen bliver taget"],
        ["How many people?", "30", "40"],
        ["What hangs on reaching it?", "Reporting to the level above", "Nothing"],
    ]
    session().refresh(cast.goal)
    assert cast.goal.measured_count == 30
    again = second | {"version": answer.values("version")[0]}
    assert page(cast.ida).post(path(cast.goal), again).status_code == 302
    session().refresh(cast.goal)
    assert cast.goal.measured_count == 40


def test_a_goal_does_not_stand_below_itself(page, cast):
    set_on(cast.draft, by=cast.ida, parent_id=cast.goal.id)
    for code in (cast.goal.code, cast.draft.code):
        answer = page(cast.karin).post(path(cast.goal), typed(cast.goal, parent_id=code))
        assert f"{code} is the goal itself or lies below it." in answer.words


def test_a_retired_goal_is_no_goal_above(page, cast):
    retire_goal(cast.goal, by=cast.ida, reason="Nået")
    answer = page(cast.karin).post(path(cast.draft), typed(cast.draft, parent_id="1"))
    assert "M-0001 is retired." in answer.words


def test_a_goal_above_that_one_cannot_see_is_kept_and_only_its_number_shown(page, cast):
    hidden = add_goal(by=cast.ida, title="Hemmeligt udkast", unit_id=cast.roads.id)
    set_on(cast.goal, by=cast.ida, parent_id=hidden.id)
    form = page(cast.karin).get(path(cast.goal))
    assert form.values("parent_id") == [hidden.code]
    assert "Hemmeligt" not in form.text
    page(cast.karin).post(path(cast.goal), typed(cast.goal, parent_id=hidden.code, note="Rettet"))
    session().refresh(cast.goal)
    assert (cast.goal.parent_id, cast.goal.note) == (hidden.id, "Rettet")


def test_an_owner_whose_account_is_closed_and_a_foreign_unit_stay_chosen(page, cast):
    set_on(cast.goal, by=cast.ida, owner_id=cast.karin.id, unit_id=cast.roads.id)
    close_user(cast.otto, by=cast.mads)
    set_on(cast.draft, by=cast.ida, owner_id=cast.otto.id)
    form = page(cast.karin).get(path(cast.goal))
    assert form.values("unit_id") == [str(cast.roads.id)]
    assert page(cast.karin).get(path(cast.draft)).values("owner_id") == [str(cast.otto.id)]
    assert page(cast.karin).post(path(cast.goal), typed(cast.goal, note="x")).status_code == 302


@pytest.mark.parametrize("name", ["goal", "draft"])
def test_hints_stand_at_their_fields(page, cast, name):
    goal = getattr(cast, name)
    set_on(goal, by=cast.ida, measured_level="individual", hangs_on="pay", identifiable="yes")
    answer = page(cast.karin).get(path(goal))
    assert "makes colleagues rivals" in answer.words
    assert "Single persons can be told from the numbers" in answer.words


def test_a_retired_goal_is_not_revised(page, cast):
    retire_goal(cast.goal, by=cast.ida, reason="Nået")
    litany.forbidden_for(page, path(cast.goal), cast.ida, cast.karin)
    assert cast.goal.status is Status.RETIRED


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    for method in ("GET", "POST"):
        litany.forbidden_for(
            page, path(cast.goal), cast.otto, cast.trine, cast.frederik, cast.emma, cast.mads, cast.bo, method=method
        )
    litany.hidden_from(page, path(cast.draft), cast.otto, cast.emma, cast.mads, cast.bo)
    litany.hidden_from(page, "/goals/9999/edit", cast.ida)
    for user in (cast.ida, cast.karin, cast.mette):
        assert page(user).get(path(cast.goal)).status_code == 200
    litany.refuses(page, path(cast.goal), cast.ida, "DELETE")


def test_a_change_of_substance_says_what_follows(page, cast):
    set_risk_level(cast.goal, by=cast.ida, risk_level=RiskLevel.LOW)
    browser = page(cast.karin)
    for changed, said in (({"note": "Kun en note"}, False), ({"measure": "Noget helt andet"}, True)):
        answer = browser.post(f"/goals/{cast.goal.id}/edit", typed(cast.goal, **changed))
        assert ("its assessment is outdated" in browser.follow(answer).words) is said
        session().refresh(cast.goal)


def test_another_goal_above_is_named_and_not_numbered_by_its_key(page, cast):
    above = add_goal(title="Et mål over det", unit_id=cast.centre.id, by=cast.mette)
    opened = typed(cast.goal, note="Kun en note")
    revise_goal(cast.goal, by=cast.ida, parent_id=above.id)
    answer = page(cast.karin).post(path(cast.goal), opened)
    rows = [[cell.text_content() for cell in row] for row in answer.doc.xpath("//tbody/tr")]
    assert ["Goal above", above.code, "–"] in rows
