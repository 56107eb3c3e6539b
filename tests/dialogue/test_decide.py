from datetime import timedelta

from app.actions.models import Action
from app.core.clock import today
from app.core.db import session
from app.core.formats import typed_day
from app.goals.operations import take_back
from tests import litany
from tests.decisions.answers import fresh
from tests.dialogue.answers import at, talk
from tests.organisation.answers import last_event
from tests.soundings.answers import board, goal_of


def typed(cast, **changed):
    return {
        "title": "Listen ned", "responsible_id": str(cast.bo.id), "due_on": typed_day(today() + timedelta(days=14)),
        "unit_id": str(cast.roads.id),
    } | changed  # fmt: skip


def test_a_move_becomes_an_action_with_an_owner_and_a_date(page, cast):
    committee, goal = board(cast), goal_of(cast)
    one = talk(cast, committee, goal=goal)
    browser = page(cast.otto)
    answer = browser.follow(browser.post(at(one, "decide"), typed(cast)))
    assert "Listen ned" in answer.words
    [action] = fresh(one).actions
    assert (action.responsible_id, action.unit_id, action.goals) == (cast.bo.id, cast.roads.id, [goal])
    assert (last_event().code, last_event().audience) == ("dialogue.moved", f"committee:{committee.id}")
    assert "Listen ned" in page(cast.emma).get(f"/actions/{action.id}").words, "actions are for everybody"


def test_it_needs_who_when_and_what(page, cast):
    one = talk(cast)
    answer = page(cast.otto).post(at(one, "decide"), typed(cast, title="", responsible_id="", due_on=""))
    for said in ("Write what is to be done.", "Choose who does it.", "Write by when."):
        assert said in answer.words
    answer = page(cast.otto).post(at(one, "decide"), typed(cast, due_on=typed_day(today() - timedelta(days=1))))
    assert "The date lies before today." in answer.words
    assert session().query(Action).count() == 0


def test_not_on_a_goal_that_is_a_draft_again(page, cast):
    committee, goal = board(cast), goal_of(cast)
    one = talk(cast, committee, goal=goal)
    take_back(goal, by=cast.otto)
    litany.forbidden_for(page, at(one, "decide"), cast.otto, method="POST")


def test_litany(page, cast):
    one = talk(cast)
    litany.asks_strangers_to_sign_in(page, at(one, "decide"))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, at(one, "decide"), cast.bo, method=method)
        litany.hidden_from(page, at(one, "decide"), cast.ida, method=method)
    litany.refuses(page, at(one, "decide"), cast.otto, "DELETE")
