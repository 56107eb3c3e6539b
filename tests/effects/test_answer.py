from datetime import timedelta

import pytest

from app.core import clock
from app.core.db import session
from app.core.operation import Stale
from app.effects.operations import AlreadyAnswered, answer_effect
from app.goals.operations import revise_goal
from tests import litany
from tests.effects.answers import reported


def path(effect):
    return f"/goals/{effect.goal_id}/effects/{effect.id}/answer"


def typed(browser, effect, **changed):
    return {"answer": "Det ser vi på.", "version": browser.get(path(effect)).values("version")[0]} | changed


def test_the_owner_answers(page, cast):
    effect, browser = reported(cast), page(cast.karin)
    assert "Vi tager de nemme først." in browser.get(path(effect)).words
    sent = browser.post(path(effect), typed(browser, effect))
    assert sent.location == f"/goals/{cast.goal.id}/effects#effect-{effect.id}"
    told = browser.follow(sent).words
    assert "Det ser vi på." in told
    assert "Answer from Karin Nørgård" in told
    session().refresh(effect)
    assert (effect.answered_by_id, effect.answered_at is not None) == (cast.karin.id, True)


def test_two_who_answer_at_once_see_each_others_words(page, cast):
    effect, browser = reported(cast), page(cast.ida)
    mine = typed(browser, effect, answer="Idas svar")
    page(cast.karin).post(path(effect), typed(page(cast.karin), effect, answer="Karins svar"))
    answer = browser.post(path(effect), mine)
    assert answer.status_code == 409
    assert "Karins svar" in answer.words
    assert "It has been answered already" in answer.words
    assert "Idas svar" in answer.words


def test_two_who_answer_in_the_same_moment(page, cast, monkeypatch):
    effect, browser = reported(cast), page(cast.ida)
    mine = typed(browser, effect, answer="Idas svar")
    monkeypatch.setattr("app.effects.operations.check_version", lambda thing, _seen: stale(thing))
    answer = browser.post(path(effect), mine)
    assert answer.status_code == 409
    assert answer.values("answer")[0].strip() == "Idas svar"


def stale(thing):
    raise Stale(thing)


def test_the_one_who_answered_can_change_the_words_for_a_quarter_of_an_hour(page, cast):
    effect, browser = reported(cast), page(cast.karin)
    answer_effect(effect, by=cast.karin, answer="Det ser vi på.")
    since = effect.answered_at
    mine = typed(browser, effect, answer="Det er stoppet.")
    browser.post(path(effect), mine)
    session().refresh(effect)
    assert (effect.answered_at, effect.answer) == (since, "Det er stoppet.")
    with clock.at(clock.now() + timedelta(minutes=16)):
        late = page(cast.karin).post(path(effect), mine | {"answer": "Noget tredje"})
        assert late.status_code == 409
        assert "Noget tredje" in late.words
        with pytest.raises(AlreadyAnswered):
            answer_effect(effect, by=cast.karin, answer="Noget tredje")
    session().refresh(effect)
    assert effect.answer == "Det er stoppet."


def test_nobody_else_changes_an_answer(page, cast):
    effect = reported(cast)
    answer_effect(effect, by=cast.karin, answer="Det ser vi på.")
    for user in (cast.ida, cast.mette):
        shown = page(user).get(path(effect))
        assert "It has been answered already" in shown.words
        assert not shown.doc.xpath("//main//form//textarea")
        assert page(user).post(path(effect), {"answer": "Andre ord", "version": str(effect.version)}).status_code == 409
        with pytest.raises(AlreadyAnswered):
            answer_effect(effect, by=user, answer="Andre ord")
    session().refresh(effect)
    assert effect.answer == "Det ser vi på."


def test_an_empty_answer_is_not_given(page, cast):
    effect, browser = reported(cast), page(cast.karin)
    assert "Write your answer." in browser.post(path(effect), typed(browser, effect, answer=" ")).words


def test_nobody_answers_themselves(page, cast):
    for user in (cast.karin, cast.ida, cast.mette):
        litany.forbidden_for(page, path(reported(cast, by=user)), user)


def test_an_administrator_does_not_answer_even_as_the_owner(page, cast):
    revise_goal(cast.goal, by=cast.ida, owner_id=cast.mads.id)
    litany.forbidden_for(page, path(reported(cast)), cast.mads)


def test_an_owner_elsewhere_in_the_organisation_answers(page, cast):
    revise_goal(cast.goal, by=cast.ida, owner_id=cast.frederik.id)
    assert page(cast.frederik).get(path(reported(cast))).status_code == 200


def test_litany(page, cast):
    effect = reported(cast)
    litany.asks_strangers_to_sign_in(page, path(effect))
    for method in ("GET", "POST"):
        others = (cast.trine, cast.frederik, cast.emma, cast.bo, cast.otto, cast.mads)
        litany.forbidden_for(page, path(effect), *others, method=method)
        litany.hidden_from(page, path(reported(cast, cast.trine, goal=cast.draft)), cast.otto, cast.bo, method=method)
        litany.hidden_from(page, f"/goals/{cast.draft.id}/effects/{effect.id}/answer", cast.karin, method=method)
    for user in (cast.ida, cast.mette, cast.karin):
        assert page(user).get(path(effect)).status_code == 200, user.name
    litany.refuses(page, path(effect), cast.karin, "DELETE")
