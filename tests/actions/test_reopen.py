from app.actions.models import ActionStatus, Worked
from app.actions.operations import check_effect
from app.core.db import session
from app.core.formats import typed_day
from tests import litany
from tests.actions.answers import acted, due


def path(action):
    return f"/actions/{action.id}/reopen"


def failed(cast, **more):
    action = acted(cast, status=ActionStatus.DONE, done_on=due(-30), check_on=due(0), **more)
    check_effect(action, by=cast.karin, worked=Worked.NO, check_words="Listen kan stadig sorteres.")
    return action


def test_what_did_not_work_is_taken_up_again_and_the_check_stays_in_the_history(page, cast):
    action, browser = failed(cast), page(cast.karin)
    said = {"due_on": typed_day(due(10)), "version": str(action.version)}
    words = browser.follow(browser.post(path(action), said)).words
    assert "Listen kan stadig sorteres." in words
    session().refresh(action)
    assert (action.status, action.due_on, action.progress) == (ActionStatus.UNDERWAY, due(10), 0)
    assert (action.worked, action.checked_on, action.done_on, action.check_on, action.check_words) == (
        None, None, None, None, "",
    )  # fmt: skip


def test_a_day_is_needed(page, cast):
    action = failed(cast)
    answer = page(cast.karin).post(path(action), {"due_on": "snart", "version": str(action.version)})
    assert "Write the date as day.month.year" in answer.words
    assert answer.values("due_on") == ["snart"]


def test_two_at_once_see_both_versions(page, cast):
    answer = page(cast.karin).post(path(failed(cast)), {"due_on": typed_day(due(10)), "version": "1"})
    assert answer.status_code == 409


def test_litany(page, cast):
    action = failed(cast)
    litany.asks_strangers_to_sign_in(page, path(action))
    for method in ("GET", "POST"):
        others = (cast.otto, cast.trine, cast.frederik, cast.emma, cast.bo, cast.mads)
        litany.forbidden_for(page, path(action), *others, method=method)
        for worked in (Worked.YES, Worked.PARTLY):
            closed = acted(cast, status=ActionStatus.CLOSED, worked=worked)
            litany.forbidden_for(page, path(closed), cast.ida, method=method)
        litany.hidden_from(page, path(failed(cast, goals=[cast.draft])), cast.otto, cast.bo, method=method)
    litany.refuses(page, path(action), cast.karin, "DELETE")
