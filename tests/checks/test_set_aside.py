from datetime import timedelta

import sqlalchemy as sa

from app.checks.models import SetAside
from app.checks.settings import latest_until
from app.core.clock import today
from app.core.db import session
from app.core.formats import typed_day
from app.goals.models import Answer, Status
from tests import litany
from tests.cast import speak_danish
from tests.checks.answers import aside, sound


def path(goal, code="identifiable"):
    return f"/service-check/{code}/{goal.id}/set-aside"


def typed(days=30, reason="Vi venter på det nye system.", version=0):
    return {"reason": reason, "until": typed_day(today() + timedelta(days=days)), "version": str(version)}


def test_it_stands_on_the_goal_until_when_and_why(page, cast):
    goal, browser = sound(cast, identifiable=Answer.YES), page(cast.karin)
    answer = browser.post(path(goal), typed())
    assert answer.location == f"/goals/{goal.id}"
    shown = browser.follow(answer)
    assert "It is set aside until" in shown.words
    assert "by Karin Nørgård, because: Vi venter på det nye system." in shown.words
    kept = session().scalars(sa.select(SetAside)).one()
    assert (kept.goal_id, kept.code, kept.by_id) == (goal.id, "identifiable", cast.karin.id)
    assert kept.until == today() + timedelta(days=30)
    assert "Vi venter på det nye system." in page(cast.bo).get(f"/goals/{goal.id}").words


def test_the_form_says_what_it_is_about(page, cast):
    goal = sound(cast, identifiable=Answer.YES)
    shown = page(cast.karin).get(path(goal))
    assert "Single persons can be told from the numbers" in shown.words
    assert shown.values("until") == [typed_day(today() + timedelta(days=90))]


def test_it_can_be_prolonged(page, cast):
    goal = sound(cast, identifiable=Answer.YES)
    kept = aside(cast, goal, "identifiable", days=5)
    shown = page(cast.karin).get(path(goal))
    assert "by Ida Møllegård. What you write here takes its place." in shown.words
    assert shown.values("reason") == [kept.reason]
    assert shown.values("until") == [typed_day(kept.until)]
    assert shown.values("version") == [str(kept.id)]
    page(cast.karin).post(path(goal), typed(days=60, version=kept.id))
    session().refresh(kept)
    assert kept.ended_at is not None


def test_the_second_of_two_sees_what_the_first_one_wrote(page, cast):
    goal = sound(cast, identifiable=Answer.YES)
    first = aside(cast, goal, "identifiable", days=100)
    answer = page(cast.karin).post(path(goal), typed(days=2, reason="Bare to dage."))
    assert answer.status_code == 409
    assert first.reason in answer.words
    assert answer.values("version") == [str(first.id)]
    assert answer.values("reason") == ["Bare to dage."]
    session().refresh(first)
    assert first.ended_at is None
    assert page(cast.karin).post(path(goal), typed(days=2, version=first.id)).status_code == 302
    gone = page(cast.ida).post(path(goal), typed(days=3, version=first.id))
    assert gone.status_code == 409


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(page, cast):
    goal, browser = sound(cast, identifiable=Answer.YES), page(cast.ida)
    assert "Write why." in browser.post(path(goal), typed(reason=" ")).words
    late = browser.post(path(goal), typed(days=400))
    assert "at the latest." in late.words
    assert late.values("reason") == ["Vi venter på det nye system."]
    assert "Choose today or a later day." in browser.post(path(goal), typed(days=-1)).words
    assert "Write the day" in browser.post(path(goal), typed() | {"until": ""}).words
    assert "Write the date as" in browser.post(path(goal), typed() | {"until": "snart"}).words
    assert session().scalar(sa.select(sa.func.count(SetAside.id))) == 0
    assert browser.post(path(goal), typed() | {"until": typed_day(latest_until())}).status_code == 302


def test_what_is_not_found_is_not_set_aside(page, cast):
    goal = sound(cast)
    for method in ("GET", "POST"):
        litany.hidden_from(page, path(goal), cast.ida, cast.karin, method=method)
        litany.hidden_from(page, path(goal, "unlucky"), cast.ida, method=method)
        litany.hidden_from(page, path(goal, "thin_objective"), cast.ida, method=method)


def test_in_danish(page, cast):
    speak_danish(cast.karin)
    goal = sound(cast, identifiable=Answer.YES)
    assert "Sæt en anmærkning til side" in page(cast.karin).get(path(goal)).words


def test_litany(page, cast):
    goal, draft = sound(cast, identifiable=Answer.YES), sound(cast, status=Status.DRAFT)
    litany.asks_strangers_to_sign_in(page, path(goal))
    for method in ("GET", "POST"):
        others = (cast.otto, cast.trine, cast.frederik, cast.emma, cast.mads, cast.bo)
        litany.forbidden_for(page, path(goal), *others, method=method)
        litany.hidden_from(page, path(draft, "draft_left"), cast.otto, cast.emma, cast.bo, cast.mads, method=method)
        litany.forbidden_for(page, path(draft, "draft_left"), cast.trine, method=method)
    for user in (cast.ida, cast.mette, cast.karin):
        assert page(user).get(path(goal)).status_code == 200, user.name
    litany.refuses(page, path(goal), cast.ida, "DELETE")
