from datetime import timedelta

import sqlalchemy as sa

from app.core.clock import today
from app.core.db import session
from app.goals.operations import revise_goal
from app.hearings.models import ControlNotice
from tests import litany
from tests.hearings.answers import NOTICE, in_days


def path(goal):
    return f"/goals/{goal.id}/notices/give"


def test_it_begins_with_what_the_goal_says(page, cast):
    revise_goal(cast.goal, by=cast.karin, measure="Ankomst", method="Fra telefonen")
    opened = page(cast.karin).get(path(cast.goal))
    assert opened.values("purpose") == ["Ingen skal vente unødigt på svar."]
    assert opened.values("recorded")[0].split() == ["Ankomst", "Fra", "telefonen"]
    assert opened.values("controller") == ["Lilleby Kommune"]
    assert opened.values("starts_on") == [in_days(42)]


def test_notice_is_given_and_stands_with_the_goal(page, cast):
    answer = page(cast.karin).post(path(cast.goal), NOTICE | {"given_on": in_days(0), "starts_on": in_days(42)})
    assert "Ankomst og afgang." in page(cast.bo).follow(answer).words
    session().refresh(cast.goal)
    assert (cast.goal.notice_given_on, cast.goal.notice_start_on) == (today(), today() + timedelta(days=42))


def test_each_thing_that_people_must_be_told_is_asked_for(page, cast):
    answer = page(cast.karin).post(
        path(cast.goal), dict.fromkeys(NOTICE, "") | {"given_on": in_days(0), "starts_on": in_days(-2)}
    )
    for text in ("Write what the measure is for.", "Write who can see it.", "Write how long it is kept.",
                 "Write the legal basis.", "Write whom one can ask.", "before notice is given"):  # fmt: skip
        assert text in answer.words
    assert session().scalars(sa.select(ControlNotice)).all() == []


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    litany.hidden_from(page, path(cast.draft), cast.bo)
    litany.forbidden_for(page, path(cast.goal), cast.trine, cast.emma, cast.mads)
    litany.refuses(page, path(cast.goal), cast.karin, "DELETE")
