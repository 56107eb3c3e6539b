from app.core.db import session
from app.goals.models import Status
from app.hearings.models import Stage
from tests import litany
from tests.hearings.answers import opened


def path(hearing):
    return f"/goals/{hearing.goal_id}/hearings/{hearing.id}/withdraw"


def test_it_is_withdrawn_with_a_reason_and_the_goal_is_a_draft_again(page, cast):
    hearing = opened(cast)
    page(cast.karin).post(path(hearing), {"reason": "Vi var for hurtige."})
    session().refresh(hearing)
    session().refresh(cast.draft)
    assert (hearing.stage, hearing.goal.status) == (Stage.WITHDRAWN, Status.DRAFT)
    shown = page(cast.trine).get(f"/goals/{cast.draft.id}/hearings/{hearing.id}")
    assert "Vi var for hurtige." in shown.words
    assert page(cast.bo).get(f"/goals/{cast.draft.id}").status_code == 404


def test_without_a_reason_it_stays_open(page, cast):
    hearing = opened(cast)
    assert "Write why the hearing is withdrawn." in page(cast.karin).post(path(hearing), {"reason": ""}).words
    session().refresh(hearing)
    assert hearing.is_open


def test_litany(page, cast):
    hearing = opened(cast)
    litany.asks_strangers_to_sign_in(page, path(hearing))
    litany.forbidden_for(page, path(hearing), cast.trine, cast.frederik, cast.emma, cast.mads)
    litany.refuses(page, path(hearing), cast.karin, "DELETE")
