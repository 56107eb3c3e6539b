from app.core.clock import today
from app.core.db import session
from app.core.formats import typed_day
from app.dialogue.models import DialogueSession
from tests import litany
from tests.organisation.answers import last_event
from tests.soundings.answers import board, goal_of


def path(committee):
    return f"/committees/{committee.id}/dialogues/start"


def typed(**changed):
    return {"about": "practice", "goal_id": "", "held_on": typed_day(today())} | changed


def test_on_how_we_measure_as_a_whole(page, cast):
    committee = board(cast)
    browser = page(cast.otto)
    answer = browser.follow(browser.post(path(committee), typed()))
    assert "No questions are chosen yet." in answer.words
    one = session().query(DialogueSession).one()
    assert (one.goal_id, one.committee_id, one.created_by_id) == (None, committee.id, cast.otto.id)
    assert (last_event().code, last_event().audience) == ("dialogue.started", f"committee:{committee.id}")


def test_on_a_goal_of_the_area(page, cast):
    committee, goal = board(cast), goal_of(cast)
    page(cast.otto).post(path(committee), typed(about="goal", goal_id=goal.code))
    assert session().query(DialogueSession).one().goal_id == goal.id


def test_what_is_left_over_in_the_field_of_the_goal_is_in_nobodys_way(page, cast):
    committee = board(cast)
    assert page(cast.otto).post(path(committee), typed(goal_id=f"{cast.goal.code} Telefon")).status_code == 302
    assert session().query(DialogueSession).one().goal_id is None


def test_the_way_from_a_goal_fills_it_in(page, cast):
    committee, goal = board(cast), goal_of(cast)
    answer = page(cast.otto).get(f"/goals/{goal.id}/balances")
    [way] = answer.doc.xpath("//a[contains(@href, '/dialogues/start')]/@href")
    assert page(cast.otto).get(way).values("goal_id") == [f"{goal.code} {goal.title}"]
    assert not page(cast.bo).get(f"/goals/{goal.id}/balances").doc.xpath("//a[contains(@href, '/dialogues/start')]")
    assert committee.id


def test_a_goal_elsewhere_a_draft_and_none_are_refused(page, cast):
    committee = board(cast)
    for typed_in, said in ((cast.goal.code, "outside the committee's area"), ("", "Write the number of the goal.")):
        answer = page(cast.otto).post(path(committee), typed(about="goal", goal_id=typed_in))
        assert said in answer.words
    assert "Write on which day you talk." in page(cast.otto).post(path(committee), typed(held_on="")).words
    assert session().query(DialogueSession).count() == 0


def test_litany(page, cast):
    committee = board(cast)
    litany.asks_strangers_to_sign_in(page, path(committee))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(committee), cast.bo, cast.trine, method=method)
        litany.hidden_from(page, path(committee), cast.ida, cast.karin, method=method)
    litany.refuses(page, path(committee), cast.otto, "DELETE")
