import json

from app.decisions.models import OutcomeKind
from app.decisions.queries import outcomes_on
from tests import litany
from tests.decisions.answers import at, on_goal

SAID = {"words": "Udvalget tog orienteringen til efterretning.", "key": "a1"}
OUTBOX = {"headers": {"X-Outbox": "1"}}


def test_words_stand_in_the_minutes(page, cast):
    one = on_goal(cast)
    answer = page(cast.karin).post(at(one, "note"), SAID)
    assert answer.location == f"/meetings/{one.meeting_id}/items/{one.id}"
    (outcome,) = outcomes_on(one)
    assert (outcome.kind, outcome.words, outcome.recorded_by_id) == (OutcomeKind.NOTED, SAID["words"], cast.karin.id)


def test_they_can_be_a_decision(page, cast):
    one = on_goal(cast)
    page(cast.karin).post(at(one, "note"), SAID | {"is_decision": "y"})
    assert outcomes_on(one)[0].kind is OutcomeKind.DECIDED


def test_what_is_sent_twice_is_kept_once(page, cast):
    one, browser = on_goal(cast), page(cast.karin)
    for _time in range(2):
        answer = browser.post(at(one, "note"), SAID, **OUTBOX)
        assert json.loads(answer.data) == {"ok": True}
    assert len(outcomes_on(one)) == 1


def test_the_script_is_told_what_is_wrong(page, cast):
    one = on_goal(cast)
    answer = page(cast.karin).post(at(one, "note"), {"words": ""}, **OUTBOX)
    assert answer.status_code == 422
    assert json.loads(answer.data)["errors"] == {"words": ["Write what is to stand in the minutes."]}
    assert outcomes_on(one) == []


def test_without_a_script_the_form_comes_back_as_it_was_typed(page, cast):
    answer = page(cast.karin).post(at(on_goal(cast), "note"), {"words": "x" * 4001})
    assert "Not saved yet" in answer.words
    assert answer.values("words")[0].strip() == "x" * 4001


def test_litany(page, cast):
    one = on_goal(cast)
    path = at(one, "note")
    litany.asks_strangers_to_sign_in(page, path, "POST")
    others = (cast.ida, cast.mette, cast.otto, cast.emma, cast.mads)
    litany.forbidden_for(page, path, *others, method="POST")
    litany.hidden_from(
        page, at(on_goal(cast, is_confidential=True), "note"), cast.ida, cast.mette, cast.emma, method="POST"
    )
    litany.refuses(page, path, cast.karin, "GET")
