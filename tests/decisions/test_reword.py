from app.decisions.models import OutcomeKind
from app.decisions.operations import decide_on_goal, note_outcome
from tests import litany
from tests.decisions.answers import at, fresh, on_goal


def path(one, outcome):
    return at(one, f"outcomes/{outcome.id}/reword")


def test_the_words_change_and_the_decision_stays(page, cast):
    one = on_goal(cast)
    outcome = decide_on_goal(one, by=cast.karin, kind=OutcomeKind.ADJUST, words="Førtse")
    browser = page(cast.karin)
    assert browser.get(path(one, outcome)).values("words")[0].strip() == "Førtse"
    browser.post(path(one, outcome), {"words": "Første", "version": str(outcome.version)})
    again = fresh(outcome)
    assert (again.words, again.kind) == ("Første", OutcomeKind.ADJUST)


def test_two_at_once_see_both_versions(page, cast):
    one = on_goal(cast)
    outcome = note_outcome(one, by=cast.karin, words="A")
    assert page(cast.karin).post(path(one, outcome), {"words": "B", "version": "9"}).status_code == 409


def test_litany(page, cast):
    one = on_goal(cast)
    outcome = note_outcome(one, by=cast.karin, words="A")
    hidden = on_goal(cast, is_confidential=True)
    secret = note_outcome(hidden, by=cast.karin, words="A")
    litany.asks_strangers_to_sign_in(page, path(one, outcome))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(one, outcome), cast.ida, cast.mette, cast.emma, method=method)
        litany.hidden_from(page, path(hidden, secret), cast.ida, cast.mette, cast.emma, method=method)
        litany.hidden_from(page, path(one, secret), cast.karin, method=method)
