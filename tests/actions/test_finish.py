from app.actions.models import ActionStatus
from app.core.clock import today
from app.core.db import session
from app.core.formats import typed_day
from app.core.notices import Notice
from tests import litany
from tests.actions.answers import acted, due


def path(action):
    return f"/actions/{action.id}/finish"


def typed(**changed):
    said = {"done_on": typed_day(today()), "check_on": typed_day(due(30)), "progress_words": "Listen er nede."}
    return said | {"version": "1"} | changed


def test_it_is_done_but_not_closed_and_its_people_are_told(page, cast):
    action, browser = acted(cast, responsible=cast.trine), page(cast.trine)
    told = browser.follow(browser.post(path(action), typed())).words
    assert "Its effect is still to be checked" in told
    session().refresh(action)
    assert (action.status, action.done_on, action.check_on) == (ActionStatus.DONE, today(), due(30))
    assert (action.progress, action.progress_words, action.worked) == (100, "Listen er nede.", None)
    assert {(one.code, one.user_id) for one in session().query(Notice)} == {("action.finished", cast.karin.id)}


def test_the_day_of_the_check_is_proposed_as_the_settings_say(page, cast):
    assert page(cast.karin).get(path(acted(cast))).values("check_on") == [typed_day(due(90))]
    assert page(cast.karin).get(path(acted(cast, check_on=due(11)))).values("check_on") == [typed_day(due(11))]
    assert page(cast.karin).get(path(acted(cast, check_on=due(-11)))).values("check_on") == [typed_day(today())]


def test_what_is_wrong_keeps_what_was_typed(page, cast):
    action = acted(cast)
    ahead = page(cast.karin).post(path(action), typed(done_on=typed_day(due(1))))
    assert "The day lies ahead." in ahead.words
    assert ahead.values("progress_words") == ["Listen er nede."]
    assert "Write a later day." in page(cast.karin).post(path(action), typed(check_on=typed_day(due(-1)))).words
    assert "Write a day." in page(cast.karin).post(path(action), typed(check_on="")).words


def test_two_at_once_see_both_versions(page, cast):
    action = acted(cast)
    page(cast.karin).post(f"/actions/{action.id}/move", {"stands": "underway", "version": "1"})
    assert page(cast.ida).post(path(action), typed()).status_code == 409


def test_litany(page, cast):
    action = acted(cast)
    litany.asks_strangers_to_sign_in(page, path(action))
    for method in ("GET", "POST"):
        others = (cast.otto, cast.trine, cast.frederik, cast.emma, cast.bo, cast.mads)
        litany.forbidden_for(page, path(action), *others, method=method)
        litany.forbidden_for(page, path(acted(cast, status=ActionStatus.DONE)), cast.ida, method=method)
        litany.hidden_from(page, path(acted(cast, goals=[cast.draft])), cast.otto, cast.bo, method=method)
    litany.refuses(page, path(action), cast.karin, "DELETE")
