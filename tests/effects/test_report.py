import sqlalchemy as sa

from app.core.db import session
from app.effects.models import Effect
from app.organisation.models import Side
from tests import litany


def path(goal):
    return f"/goals/{goal.id}/effects/report"


def test_whoever_sees_the_goal_reports_what_they_have_seen(page, cast):
    browser = page(cast.emma)
    answer = browser.post(path(cast.goal), {"words": "Vi tager de nemme først."})
    effect = session().scalars(sa.select(Effect)).one()
    assert answer.location == f"/goals/{cast.goal.id}/effects#effect-{effect.id}"
    assert (effect.reported_by_id, effect.side, effect.answered_at) == (cast.emma.id, Side.EMPLOYEES, None)
    assert "It is reported." in browser.follow(answer).words
    assert "Vi tager de nemme først." in page(cast.bo).get(f"/goals/{cast.goal.id}").words


def test_it_says_that_ones_name_stands_there_and_whom_to_ask_instead(page, cast):
    words = page(cast.emma).get(path(cast.goal)).words
    assert "Your name stands beside it" in words
    assert "Trine Løvenskjold, Shop steward (TR)" in words


def test_nothing_is_not_reported_and_too_much_is_kept(page, cast):
    assert "Write what you have seen." in page(cast.emma).post(path(cast.goal), {"words": " "}).words
    long = "x" * 5001
    assert page(cast.emma).post(path(cast.goal), {"words": long}).values("words")[0].strip() == long
    assert session().scalar(sa.select(sa.func.count(Effect.id))) == 0


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.goal), cast.mads, method=method)
        litany.hidden_from(page, path(cast.draft), cast.otto, cast.emma, cast.bo, cast.mads, method=method)
    for user in (cast.ida, cast.mette, cast.karin, cast.otto, cast.trine, cast.frederik, cast.emma, cast.bo):
        assert page(user).get(path(cast.goal)).status_code == 200, user.name
    litany.refuses(page, path(cast.goal), cast.emma, "DELETE")
