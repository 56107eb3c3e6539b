from app.core.db import session
from app.goals.models import Answer, Status
from tests import litany
from tests.checks.answers import aside, put, sound


def path(goal, code="identifiable"):
    return f"/service-check/{code}/{goal.id}/take-back"


def test_it_counts_again_at_once(page, cast):
    goal, browser = sound(cast, identifiable=Answer.YES), page(cast.karin)
    kept = aside(cast, goal, "identifiable")
    button = browser.get(f"/goals/{goal.id}").doc.xpath("//form[contains(@action, 'take-back')]/@action")
    assert button == [path(goal)]
    answer = browser.post(path(goal))
    assert answer.location == f"/goals/{goal.id}"
    shown = browser.follow(answer)
    assert "It counts again." in shown.words
    assert "Set aside until" not in shown.words
    session().refresh(kept)
    assert kept.ended_at is not None


def test_what_is_mended_meanwhile_can_be_taken_back_too(page, cast):
    goal = sound(cast, identifiable=Answer.YES)
    aside(cast, goal, "identifiable")
    put(goal, identifiable=Answer.NO)
    assert page(cast.karin).post(path(goal)).status_code == 302


def test_the_second_click_does_no_harm(page, cast):
    goal = sound(cast, identifiable=Answer.YES)
    kept = aside(cast, goal, "identifiable")
    for user in (cast.karin, cast.ida):
        assert page(user).post(path(goal)).status_code == 302
    session().refresh(kept)
    assert kept.version == 2


def test_what_is_not_set_aside_is_not_there(page, cast):
    goal = sound(cast, identifiable=Answer.YES)
    litany.hidden_from(page, path(goal), cast.ida, method="POST")
    litany.hidden_from(page, path(goal, "unlucky"), cast.ida, method="POST")


def test_litany(page, cast):
    goal, draft = sound(cast, identifiable=Answer.YES), sound(cast, status=Status.DRAFT)
    aside(cast, goal, "identifiable")
    aside(cast, draft, "draft_left")
    litany.asks_strangers_to_sign_in(page, path(goal), "POST")
    others = (cast.otto, cast.trine, cast.frederik, cast.emma, cast.mads, cast.bo)
    litany.forbidden_for(page, path(goal), *others, method="POST")
    litany.hidden_from(page, path(draft, "draft_left"), cast.otto, cast.emma, cast.bo, cast.mads, method="POST")
    litany.refuses(page, path(goal), cast.ida, "GET")
