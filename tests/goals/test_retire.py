from app.core.clock import today
from app.core.db import session
from app.goals.models import Status
from app.goals.operations import retire_goal, revise_goal
from tests import litany


def path(goal):
    return f"/goals/{goal.id}/retire"


def test_a_goal_retires_with_its_reason_and_everyone_reads_it(page, cast):
    browser = page(cast.karin)
    answer = browser.post(path(cast.goal), {"reason": "Det er nået.", "version": cast.goal.version})
    assert "Its number is never used again." in browser.follow(answer).words
    session().refresh(cast.goal)
    assert (cast.goal.status, cast.goal.retired_on) == (Status.RETIRED, today())
    assert "Det er nået." in page(cast.bo).get(f"/goals/{cast.goal.id}").words


def test_without_a_reason_it_stays(page, cast):
    answer = page(cast.karin).post(path(cast.goal), {"reason": " ", "version": cast.goal.version})
    assert "Write why the goal retires." in answer.words
    session().refresh(cast.goal)
    assert cast.goal.status is Status.IN_FORCE


def test_a_goal_that_changed_meanwhile_is_not_retired_unseen(page, cast):
    seen = cast.goal.version
    revise_goal(cast.goal, by=cast.ida, purpose="Noget helt andet.")
    answer = page(cast.karin).post(path(cast.goal), {"reason": "Det er nået.", "version": seen})
    assert answer.status_code == 409
    session().refresh(cast.goal)
    assert cast.goal.status is Status.IN_FORCE
    assert answer.values("reason")[0].strip() == "Det er nået."


def test_it_retires_once(page, cast):
    retire_goal(cast.goal, by=cast.ida, reason="Nået")
    litany.forbidden_for(page, path(cast.goal), cast.karin, cast.ida)


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.goal), cast.otto, cast.trine, cast.mads, cast.bo, method=method)
    litany.hidden_from(page, path(cast.draft), cast.otto, cast.bo)
    litany.refuses(page, path(cast.goal), cast.karin, "DELETE")
