from datetime import timedelta

from app.core.clock import today
from app.core.db import session
from app.risks import operations
from app.risks.models import Acceptance, Ending
from tests import litany
from tests.risks.answers import finished, strain


def given(cast):
    rating = finished(cast, strain(today=(4, 4))).ratings[0]
    until = today() + timedelta(30)
    return operations.accept_risk(
        rating, by=cast.ida, accepted_by=cast.mette, reason="Nyt hold er på vej.", until=until
    )


def path(cast, acceptance):
    return f"/goals/{cast.goal.id}/risks/acceptances/{acceptance.id}/withdraw"


def test_the_acceptance_is_over_and_the_risk_stands(page, cast):
    acceptance = given(cast)
    answer = page(cast.karin).post(path(cast, acceptance))
    assert f"/goals/{cast.goal.id}/risks" in answer.location
    session().rollback()
    session().expire_all()
    kept = session().get(Acceptance, acceptance.id)
    assert (kept.ended_on, kept.ended_why) == (today(), Ending.WITHDRAWN)
    assert "Not accepted" in page(cast.bo).get(f"/goals/{cast.goal.id}/risks").words


def test_what_has_ended_is_not_found(page, cast):
    acceptance = given(cast)
    page(cast.karin).post(path(cast, acceptance))
    litany.hidden_from(page, path(cast, acceptance), cast.karin, method="POST")


def test_litany(page, cast):
    where = path(cast, given(cast))
    litany.asks_strangers_to_sign_in(page, where, "POST")
    litany.forbidden_for(page, where, cast.trine, cast.frederik, cast.emma, cast.bo, cast.otto, method="POST")
    litany.hidden_from(page, where.replace(str(cast.goal.id), "999", 1), cast.ida, method="POST")
    litany.refuses(page, where, cast.ida, "GET")
