from app.decisions.queries import outcomes_on
from app.meetings.models import ItemState, Origin, Stage
from app.meetings.naming import reasons_of
from app.meetings.queries import whole_backlog
from tests import litany
from tests.decisions.answers import at, fresh, on_goal
from tests.meetings.answers import item, met

SAID = {"words": "Tallene mangler.", "key": "c"}


def test_it_waits_for_the_next_meeting_and_says_from_where(page, cast):
    one = on_goal(cast, case_text="Sagen", recommendation="At vi beslutter")
    page(cast.karin).post(at(one, "carry"), SAID)
    (later,) = whole_backlog(cast.local.id)
    assert (later.origin, later.carried_from_id, later.goal_id) == (Origin.CARRIED, one.id, cast.goal.id)
    assert (later.case_text, later.recommendation) == ("Sagen", "At vi beslutter")
    assert reasons_of(later)[-1].startswith("Udskudt fra den ")
    assert fresh(one).state is ItemState.CARRIED
    assert outcomes_on(one)[0].other_item_id == later.id


def test_a_treated_item_is_not_carried_over(page, cast):
    one = item(cast, met(cast, stage=Stage.IN_SESSION), state=ItemState.TREATED)
    litany.forbidden_for(page, at(one, "carry"), cast.karin, method="POST")


def test_litany(page, cast):
    one = on_goal(cast)
    path = at(one, "carry")
    litany.asks_strangers_to_sign_in(page, path, "POST")
    others = (cast.ida, cast.mette, cast.otto, cast.emma, cast.mads)
    litany.forbidden_for(page, path, *others, method="POST")
    litany.hidden_from(
        page, at(on_goal(cast, is_confidential=True), "carry"), cast.ida, cast.mette, cast.emma, method="POST"
    )
    litany.refuses(page, path, cast.karin, "GET")
