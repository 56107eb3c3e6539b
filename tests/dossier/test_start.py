from datetime import timedelta

from app.core.clock import today
from app.core.db import session
from app.goals.models import Status
from app.goals.operations import revise_goal
from tests import litany


def path(cast):
    return f"/goals/{cast.draft.id}/start"


def said(cast, day):
    return {"takes_effect_on": f"{day:%d.%m.%Y}", "passed_over": "Det haster.", "version": cast.draft.version}


def test_a_goal_that_changed_meanwhile_is_not_put_in_force(page, cast):
    opened = said(cast, today())
    revise_goal(cast.draft, by=cast.ida, measure="Noget andet")
    assert page(cast.karin).post(path(cast), opened).status_code == 409
    session().refresh(cast.draft)
    assert cast.draft.status is Status.DRAFT


def test_a_closed_gate_asks_for_a_reason(page, cast):
    answer = page(cast.karin).post(path(cast), {"takes_effect_on": "1.1.2030", "version": cast.draft.version})
    assert "The gate is closed." in answer.words
    assert answer.values("takes_effect_on") == ["1.1.2030"]
    session().refresh(cast.draft)
    assert cast.draft.status is Status.DRAFT


def test_with_a_reason_it_takes_effect_and_everyone_reads_it(page, cast):
    day = today() + timedelta(days=10)
    page(cast.karin).post(path(cast), said(cast, day))
    words = page(cast.bo).get(f"/goals/{cast.draft.id}").words
    assert "Det haster." in words
    assert "Announced, takes effect on" in words


def test_without_a_day_it_says_so(page, cast):
    answer = page(cast.karin).post(path(cast), {"takes_effect_on": "", "passed_over": "x"})
    assert "Write the day" in answer.words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast))
    litany.hidden_from(page, path(cast), cast.bo, cast.emma, cast.otto)
    litany.forbidden_for(page, path(cast), cast.trine, cast.frederik)
    litany.forbidden_for(page, f"/goals/{cast.goal.id}/start", cast.karin)
    litany.refuses(page, path(cast), cast.karin, "PUT")
