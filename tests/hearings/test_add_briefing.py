import sqlalchemy as sa

from app.core.db import session
from app.hearings.models import Briefing
from tests import litany
from tests.hearings.answers import in_days


def path(goal):
    return f"/goals/{goal.id}/briefings/add"


def said(cast, **more):
    return {
        "phase": "before", "told": "Hvad vi tæller.", "committee_id": str(cast.local.id), "committee_on": in_days(-3),
        "group_on": in_days(-1), "group_how": "På fredagsmødet", "version": "0",
    } | more  # fmt: skip


def test_both_were_told_and_the_gate_says_so(page, cast):
    page(cast.karin).post(path(cast.goal), said(cast))
    words = page(cast.bo).get(f"/goals/{cast.goal.id}").words
    assert "The group measured has been briefed" in words
    assert "One is missing" not in words


def test_told_to_one_only_it_stands_as_half_done(page, cast):
    page(cast.karin).post(path(cast.goal), said(cast, group_on="", group_how=""))
    words = page(cast.bo).get(f"/goals/{cast.goal.id}").words
    assert "One is missing" in words
    assert "Only the committee has been briefed, not the group measured" in words


def test_it_says_what_is_missing(page, cast):
    browser = page(cast.karin)
    for wrong, message in (
        ({"committee_on": "", "group_on": ""}, "Write when the committee or the staff group was told."),
        ({"committee_id": ""}, "Choose the committee that was told."),
        ({"group_on": in_days(3)}, "The day lies ahead."),
        ({"told": ""}, "Write what was told"),
        ({"phase": ""}, "Choose whether it was before or after."),
    ):
        answer = browser.post(path(cast.goal), said(cast, **wrong))
        assert message in answer.words
        assert answer.values("version") == ["0"]
    assert session().scalars(sa.select(Briefing)).all() == []


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    litany.hidden_from(page, path(cast.draft), cast.bo)
    litany.forbidden_for(page, path(cast.goal), cast.trine, cast.emma, cast.mads)
    litany.refuses(page, path(cast.goal), cast.karin, "DELETE")
