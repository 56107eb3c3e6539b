from app.decisions.models import OutcomeKind
from app.decisions.queries import outcome_of_action, outcomes_on
from app.decisions.wording import said
from tests import litany
from tests.decisions.answers import ahead, at, on_goal, plain


def typed(cast, **changed):
    return {
        "title": "Tag listen ned", "responsible_id": str(cast.trine.id), "due_on": ahead(10), "key": "a",
        "unit_id": str(cast.service.id),
    } | changed  # fmt: skip


def test_an_action_treats_the_goal_and_has_somebody_and_a_day(page, cast):
    one = on_goal(cast)
    page(cast.karin).post(at(one, "act"), typed(cast))
    (outcome,) = outcomes_on(one)
    action = outcome.action
    assert outcome.kind is OutcomeKind.ACTION
    assert (action.title, action.responsible_id, action.unit_id) == ("Tag listen ned", cast.trine.id, cast.service.id)
    assert [goal.id for goal in action.goals] == [cast.goal.id]
    assert said(outcome).startswith("Handling: Tag listen ned (Trine Løvenskjold, ")
    assert outcome_of_action(cast.karin, action).id == outcome.id
    assert outcome_of_action(cast.bo, action) is None


def test_an_item_about_no_goal_can_have_one_too(page, cast):
    one = plain(cast)
    page(cast.karin).post(at(one, "act"), typed(cast))
    assert outcomes_on(one)[0].action.goals == []


def test_what_is_missing_is_said(page, cast):
    one = on_goal(cast)
    answer = page(cast.karin).post(at(one, "act"), typed(cast, title="", due_on="", responsible_id=""))
    for words in ("Write what is to be done.", "Write by when.", "Choose who does it."):
        assert words in answer.words
    assert outcomes_on(one) == []


def test_a_confidential_item_can_have_none(page, cast):
    one = on_goal(cast, is_confidential=True)
    answer = page(cast.karin).post(at(one, "act"), typed(cast))
    assert "a confidential item can't have one" in answer.words
    assert outcomes_on(one) == []


def test_litany(page, cast):
    one = on_goal(cast)
    path = at(one, "act")
    litany.asks_strangers_to_sign_in(page, path, "POST")
    others = (cast.ida, cast.mette, cast.otto, cast.emma, cast.mads)
    litany.forbidden_for(page, path, *others, method="POST")
    litany.hidden_from(
        page, at(on_goal(cast, is_confidential=True), "act"), cast.ida, cast.mette, cast.emma, method="POST"
    )
    litany.refuses(page, path, cast.karin, "GET")
