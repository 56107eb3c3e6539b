from app.core.db import session
from app.hearings.operations import revise_briefing
from tests import litany
from tests.hearings.answers import briefed, in_days


def path(briefing):
    return f"/goals/{briefing.goal_id}/briefings/{briefing.id}/revise"


def test_the_other_half_is_noted(page, cast):
    briefing = briefed(cast, group=False)
    opened = page(cast.karin).get(path(briefing))
    said = {name: opened.values(name)[0] for name in ("told", "committee_on", "version")}
    page(cast.karin).post(
        path(briefing), said | {"phase": "before", "committee_id": cast.local.id, "group_on": in_days(0)}
    )
    session().refresh(briefing)
    assert not briefing.is_half_done


def test_the_second_of_two_sees_both_versions(page, cast):
    briefing = briefed(cast)
    seen = briefing.version
    revise_briefing(briefing, by=cast.ida, told="Noget andet.")
    answer = page(cast.karin).post(
        path(briefing), {"phase": "before", "told": "Mit.", "group_on": in_days(0), "version": seen}
    )
    assert answer.status_code == 409
    assert "Noget andet." in answer.words
    assert answer.values("told") == ["Mit."]


def test_a_committee_that_no_longer_covers_the_unit_can_still_stand_there(page, cast):
    briefing = briefed(cast)
    revise_briefing(briefing, by=cast.ida, committee_id=cast.top.id)
    assert str(cast.top.id) in page(cast.karin).get(path(briefing)).values("committee_id")


def test_litany(page, cast):
    briefing = briefed(cast)
    litany.asks_strangers_to_sign_in(page, path(briefing))
    litany.hidden_from(page, f"/goals/{cast.draft.id}/briefings/{briefing.id}/revise", cast.karin)
    litany.forbidden_for(page, path(briefing), cast.trine, cast.emma, cast.mads)
    litany.refuses(page, path(briefing), cast.karin, "DELETE")
