import pytest

from app.decisions.models import OutcomeKind
from app.decisions.operations import ChangedTheGoal, decide_on_goal, note_outcome, withdraw_outcome
from app.decisions.queries import outcomes_on
from tests import litany
from tests.decisions.answers import at, on_goal


def path(one, outcome):
    return at(one, f"outcomes/{outcome.id}/withdraw")


def test_words_recorded_by_mistake_are_gone(page, cast):
    one = on_goal(cast)
    outcome = note_outcome(one, by=cast.karin, words="Forkert")
    page(cast.karin).post(path(one, outcome))
    assert outcomes_on(one) == []


def test_what_changed_the_goal_is_not_taken_back(page, cast):
    one = on_goal(cast)
    outcome = decide_on_goal(one, by=cast.karin, kind=OutcomeKind.KEEP, words="Målet fortsætter.")
    litany.forbidden_for(page, path(one, outcome), cast.karin, method="POST")
    with pytest.raises(ChangedTheGoal):
        withdraw_outcome(outcome, by=cast.karin)


def test_litany(page, cast):
    one = on_goal(cast)
    outcome = note_outcome(one, by=cast.karin, words="A")
    litany.asks_strangers_to_sign_in(page, path(one, outcome), "POST")
    litany.forbidden_for(page, path(one, outcome), cast.ida, cast.mette, cast.emma, method="POST")
    hidden = on_goal(cast, is_confidential=True)
    secret = note_outcome(hidden, by=cast.karin, words="A")
    litany.hidden_from(page, path(hidden, secret), cast.ida, cast.mette, cast.emma, method="POST")
    litany.refuses(page, path(one, outcome), cast.karin, "GET")
