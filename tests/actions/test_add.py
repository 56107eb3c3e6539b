import sqlalchemy as sa

from app.actions.models import Action, ActionKind, Step
from app.core.audit import Event
from app.core.db import session
from app.core.notices import Notice
from app.goals.operations import retire_goal
from tests import litany
from tests.actions.answers import due, typed
from tests.risks import answers as risks

PATH = "/actions/add"


def the_action():
    return session().scalars(sa.select(Action)).one()


def ticks(answer, name):
    """Which ticks of that name stand there: {value: whether it is ticked}."""
    return {one.get("value"): "checked" in one.attrib for one in answer.doc.xpath(f"//input[@name='{name}']")}


def test_it_is_added_to_its_goal_and_the_one_responsible_is_told(page, cast):
    browser = page(cast.ida)
    sent = browser.post(PATH, typed(cast))
    action = the_action()
    assert sent.location == f"/actions/{action.id}"
    assert (action.title, action.step, action.goals) == ("Tag listen på tavlen ned", Step.ADJUST, [cast.goal])
    assert (action.due_on, action.kind) == (due(20), ActionKind.ACTION)
    assert "Tag listen på tavlen ned" in browser.follow(sent).words
    told = session().scalars(sa.select(Notice).where(Notice.code == "action.given")).one()
    assert (told.user_id, told.about_type, told.about_id) == (cast.karin.id, "action", action.id)
    events = session().scalars(sa.select(Event).where(Event.code == "action.added")).all()
    assert {(event.about_type, event.about_id) for event in events} == {
        ("action", action.id), ("goal", cast.goal.id)
    }  # fmt: skip
    assert "added the action" in page(cast.emma).get(f"/goals/{cast.goal.id}/history").words


def test_it_begins_with_the_goal_and_the_strain_that_one_came_from(page, cast):
    strain = risks.finished(cast, risks.strain()).ratings[0].strain
    answer = page(cast.karin).get(f"{PATH}?goal={cast.goal.id}&strain={strain.id}")
    assert ticks(answer, "goals") == {str(cast.goal.id): True}
    assert ticks(answer, "strains") == {str(strain.id): True}
    assert answer.doc.xpath("string(//select[@name='unit_id']/option[@selected]/@value)") == str(cast.service.id)
    page(cast.karin).post(PATH, typed(cast, strains=[str(strain.id)]))
    assert the_action().strains == [strain]


def test_goals_are_added_by_their_numbers_and_then_their_strains_stand_there(page, cast):
    strain = risks.finished(cast, risks.strain()).ratings[0].strain
    looked = page(cast.karin).post(PATH, typed(cast, goals=[], more_goals="m-1, 2", look="1"))
    assert ticks(looked, "goals") == {str(cast.goal.id): True, str(cast.draft.id): True}
    assert ticks(looked, "strains") == {str(strain.id): False}
    assert looked.values("more_goals") == [""]
    assert looked.values("title") == ["Tag listen på tavlen ned"]
    assert session().scalar(sa.select(sa.func.count(Action.id))) == 0
    page(cast.karin).post(PATH, typed(cast, goals=[str(cast.goal.id)], more_goals="M-0002"))
    assert the_action().goals == [cast.goal, cast.draft]


def test_a_number_that_is_no_goal_for_them_is_named(page, cast):
    for user, number in ((cast.karin, "M-0999"), (cast.otto, "M-0002")):
        for more in ({}, {"look": "1"}):
            answer = page(user).post(PATH, typed(cast, goals=[], more_goals=number, **more))
            assert f"No goal has the number {number}" in answer.words
            assert answer.values("more_goals") == [number]
    assert "Write the numbers" in page(cast.karin).post(PATH, typed(cast, goals=[], more_goals="tavlen")).words


def test_a_representative_adds_to_goals_of_their_committees_only(page, cast):
    page(cast.trine).post(PATH, typed(cast, responsible_id=str(cast.trine.id)))
    assert the_action().responsible_id == cast.trine.id
    retire_goal(cast.draft, by=cast.ida, reason="Bruges ikke.")
    refused = page(cast.trine).post(PATH, typed(cast, more_goals="M-0002"))
    assert "You can't add an action to M-0002" in refused.words
    units = {int(one) for one in page(cast.trine).get(PATH).doc.xpath("//select[@name='unit_id']/option/@value") if one}
    assert units == {cast.service.id}


def test_what_is_wrong_keeps_what_was_typed(page, cast):
    answer = page(cast.karin).post(
        PATH, typed(cast, due_on="i morgen", title="", step="", unit_id="", responsible_id="")
    )
    for words in (
        "Write what is to be done.", "Choose the highest step", "Choose the unit in which it is done.",
        "Choose who sees to it that it is done.", "Write the date as day.month.year",
    ):  # fmt: skip
        assert words in answer.words
    assert answer.values("how") == ["Fredag sammen med holdet."]
    assert answer.values("due_on") == ["i morgen"]
    assert ticks(answer, "goals") == {str(cast.goal.id): True}


def test_the_two_lowest_steps_must_be_explained_and_the_others_ought_to(page, cast):
    for step in ("support", "train"):
        answer = page(cast.karin).post(PATH, typed(cast, step=step, step_reason=""))
        assert "Write why no higher step can be taken." in answer.words
    browser = page(cast.karin)
    assert (
        "You have not said why no higher step" in browser.follow(browser.post(PATH, typed(cast, step_reason=""))).words
    )
    highest = browser.follow(browser.post(PATH, typed(cast, step="change_goal", step_reason="")))
    assert "You have not said why" not in highest.words


def test_an_experiment_says_what_is_expected_from_when_to_when_and_what_is_compared(page, cast):
    answer = page(cast.karin).post(PATH, typed(cast, kind="experiment"))
    assert "4 things are missing or wrong" in answer.words
    whole = {
        "kind": "experiment", "hypothesis": "Det går hurtigere.", "from_on": "02.03.2026", "to_on": "06.04.2026",
        "measure": "Dage", "measure_unit": "dage", "value_before": "9,5",
    }  # fmt: skip
    backwards = page(cast.karin).post(PATH, typed(cast, **whole | {"to_on": "01.03.2026"}))
    assert "It ends before it begins." in backwards.words
    page(cast.karin).post(PATH, typed(cast, **whole))
    action = the_action()
    assert (str(action.value_before), action.measure, action.is_experiment) == ("9.5", "Dage", True)
    page(cast.karin).post(PATH, typed(cast, **whole | {"kind": "action", "title": "Ikke et forsøg"}))
    plain = session().scalars(sa.select(Action).where(Action.title == "Ikke et forsøg")).one()
    assert (plain.hypothesis, plain.from_on, plain.value_before) == ("", None, None)


def test_the_check_comes_after_the_work(page, cast):
    answer = page(cast.karin).post(PATH, typed(cast, check_on=due(1).strftime("%d.%m.%Y")))
    assert "Write a later day." in answer.words


def test_a_strain_of_a_draft_is_offered_to_those_who_assess(page, cast):
    strain = risks.drafted(cast, risks.strain()).ratings[0].strain
    for user, offered in ((cast.karin, True), (cast.trine, True), (cast.ida, True), (cast.otto, False)):
        answer = page(user).get(f"{PATH}?goal={cast.goal.id}")
        assert (str(strain.id) in ticks(answer, "strains")) is offered, user.name
    sent = page(cast.otto).post(PATH, typed(cast, strains=[str(strain.id)]))
    assert "Choose one of the answers." in sent.words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, PATH, cast.emma, cast.bo, cast.mads, method=method)
    for user in (cast.ida, cast.mette, cast.karin, cast.otto, cast.trine, cast.frederik):
        assert page(user).get(PATH).status_code == 200, user.name
    litany.refuses(page, PATH, cast.ida, "DELETE")
