import sqlalchemy as sa

from app.core.db import session
from app.hearings.models import Hearing, Stage
from tests import litany


def path(goal):
    return f"/goals/{goal.id}/hearings/skip"


def test_the_reason_is_read_by_all_and_opens_that_point_of_the_gate(page, cast):
    page(cast.karin).post(path(cast.goal), {"reason": "Målet er lovens eget.", "committee_id": str(cast.local.id)})
    hearing = session().scalars(sa.select(Hearing)).one()
    assert (hearing.stage, hearing.committee_id) == (Stage.NOT_SOUGHT, cast.local.id)
    words = page(cast.bo).get(f"/goals/{cast.goal.id}").words
    assert "It is said why no hearing was sought" in words
    assert "Målet er lovens eget." in words
    assert page(cast.bo).get(f"/goals/{cast.goal.id}/hearings/{hearing.id}").status_code == 200


def test_without_a_reason_nothing_is_noted(page, cast):
    answer = page(cast.karin).post(path(cast.goal), {"reason": " "})
    assert "Write why nobody is heard." in answer.words
    assert session().scalars(sa.select(Hearing)).all() == []


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    litany.hidden_from(page, path(cast.draft), cast.bo)
    litany.forbidden_for(page, path(cast.goal), cast.trine, cast.emma, cast.mads)
    litany.refuses(page, path(cast.goal), cast.karin, "PUT")
