import sqlalchemy as sa

from app.barriers.models import Barrier, BarrierKind, BarrierStatus
from app.core.db import session
from app.organisation.models import Side
from tests import litany


def path(goal):
    return f"/goals/{goal.id}/barriers/report"


def test_whoever_sees_the_goal_reports_what_stands_in_the_way(page, cast):
    browser = page(cast.emma)
    answer = browser.post(path(cast.goal), {"words": "Brevet er uklart.", "kind": "procedures"})
    barrier = session().scalars(sa.select(Barrier)).one()
    assert answer.location == f"/goals/{cast.goal.id}/barriers#barrier-{barrier.id}"
    assert (barrier.reported_by_id, barrier.side) == (cast.emma.id, Side.EMPLOYEES)
    assert (barrier.kind, barrier.status, barrier.owner_id) == (BarrierKind.PROCEDURES, BarrierStatus.OPEN, None)
    assert "It is reported." in browser.follow(answer).words
    assert "Brevet er uklart." in page(cast.bo).get(f"/goals/{cast.goal.id}").words


def test_nothing_is_not_reported_and_too_much_is_kept(page, cast):
    empty = page(cast.emma).post(path(cast.goal), {"words": " "})
    assert "Write what stands in the way." in empty.words
    assert "Choose what kind of barrier it is." in empty.words
    long = "x" * 5001
    kept = page(cast.emma).post(path(cast.goal), {"words": long, "kind": "systems"})
    assert kept.values("words")[0].strip() == long
    assert kept.doc.xpath("//input[@name='kind'][@checked]/@value") == ["systems"]
    assert session().scalar(sa.select(sa.func.count(Barrier.id))) == 0


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.goal), cast.mads, method=method)
        litany.hidden_from(page, path(cast.draft), cast.otto, cast.emma, cast.bo, cast.mads, method=method)
    for user in (cast.ida, cast.mette, cast.karin, cast.otto, cast.trine, cast.frederik, cast.emma, cast.bo):
        assert page(user).get(path(cast.goal)).status_code == 200, user.name
    litany.refuses(page, path(cast.goal), cast.emma, "DELETE")
