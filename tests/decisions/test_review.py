from app.decisions.models import OutcomeKind
from app.decisions.queries import outcomes_on
from app.goals.models import RiskLevel
from app.goals.operations import set_risk_level
from tests import litany
from tests.decisions.answers import ahead, at, fresh, on_goal


def test_the_next_review_is_set(page, cast):
    one = on_goal(cast)
    page(cast.karin).post(at(one, "review"), {"next_review_on": ahead(30), "key": "r"})
    (outcome,) = outcomes_on(one)
    assert outcome.kind is OutcomeKind.NEXT_REVIEW
    assert fresh(cast.goal).next_review_on == outcome.next_review_on


def test_a_day_past_or_too_late_is_refused(page, cast):
    set_risk_level(cast.goal, by=cast.ida, risk_level=RiskLevel.HIGH)
    one = on_goal(cast)
    for day, words in ((-1, "lies before today"), (600, "Its risk asks for a review by")):
        assert words in page(cast.karin).post(at(one, "review"), {"next_review_on": ahead(day), "key": "r"}).words
    assert outcomes_on(one) == []


def test_litany(page, cast):
    one = on_goal(cast)
    path = at(one, "review")
    litany.asks_strangers_to_sign_in(page, path, "POST")
    others = (cast.ida, cast.mette, cast.otto, cast.emma, cast.mads)
    litany.forbidden_for(page, path, *others, method="POST")
    litany.hidden_from(
        page, at(on_goal(cast, is_confidential=True), "review"), cast.ida, cast.mette, cast.emma, method="POST"
    )
    litany.refuses(page, path, cast.karin, "GET")
