import sqlalchemy as sa

from app.core.db import session
from app.goals.models import Goal, Status
from app.goals.operations import retire_goal
from tests import litany


def path(goal):
    return f"/goals/{goal.id}/take-up"


def test_a_retired_goal_becomes_a_new_draft_that_remembers_it(page, cast):
    retire_goal(cast.goal, by=cast.ida, reason="Nået")
    browser = page(cast.karin)
    answer = browser.post(path(cast.goal))
    draft = session().scalars(sa.select(Goal).order_by(Goal.id.desc())).first()
    assert answer.location == f"/goals/{draft.id}"
    assert (draft.status, draft.origin_id, draft.code) == (Status.DRAFT, cast.goal.id, "M-0003")
    assert (draft.title, draft.purpose, draft.measured_count) == (
        cast.goal.title, cast.goal.purpose, cast.goal.measured_count,
    )  # fmt: skip
    assert [link.sentence for link in draft.links] == ["Et hurtigt svar er et klart svar."]
    assert (draft.takes_effect_on, draft.retired_reason, draft.risk_level, draft.focus) == (None, "", None, None)
    session().refresh(cast.goal)
    assert cast.goal.status is Status.RETIRED
    assert "M-0003 is a new draft of the retired goal." in browser.follow(answer).words


def test_only_a_retired_goal_is_taken_up(page, cast):
    litany.forbidden_for(page, path(cast.goal), cast.karin, cast.ida, method="POST")


def test_litany(page, cast):
    retire_goal(cast.goal, by=cast.ida, reason="Nået")
    litany.asks_strangers_to_sign_in(page, path(cast.goal), "POST")
    litany.forbidden_for(page, path(cast.goal), cast.otto, cast.trine, cast.mads, cast.bo, method="POST")
    litany.hidden_from(page, "/goals/9999/take-up", cast.ida, method="POST")
    litany.refuses(page, path(cast.goal), cast.karin, "GET")
