from app.core.db import session
from app.core.notices import Notice
from app.decisions.queries import outcomes_on
from app.meetings.models import ItemKind, Origin, Stage
from app.meetings.naming import reasons_of
from app.meetings.queries import whole_backlog
from tests import litany
from tests.decisions.answers import at, on_goal
from tests.meetings.answers import item, met

SAID = {"words": "Må vi selv fjerne felterne?", "kind": "decision", "key": "l"}


def test_it_waits_in_the_backlog_of_the_committee_above(page, cast):
    one = on_goal(cast)
    page(cast.karin).post(at(one, "lift"), SAID)
    (lifted,) = whole_backlog(cast.top.id)
    assert (lifted.origin, lifted.kind, lifted.asked_by_id) == (Origin.LIFTED, ItemKind.DECISION, one.id)
    assert (lifted.goal_id, lifted.case_text) == (cast.goal.id, SAID["words"])
    assert reasons_of(lifted) == ["Løftet fra Lokal-MED Borgerservice."]
    assert outcomes_on(one)[0].other_item_id == lifted.id
    told = {notice.user_id for notice in session().query(Notice).filter_by(code="meeting_item.lifted")}
    assert told == {cast.mette.id, cast.frederik.id}


def test_what_is_confidential_stays_so(page, cast):
    one = on_goal(cast, is_confidential=True, title="En sag om en kollega")
    page(cast.karin).post(at(one, "lift"), SAID)
    (lifted,) = whole_backlog(cast.top.id)
    assert lifted.is_confidential
    notices = page(cast.mette).get("/notices").text + page(cast.emma).get("/notices").text
    assert "En sag om en kollega" not in notices


def test_the_committee_on_top_has_none_above(page, cast):
    one = item(cast, met(cast, committee=cast.top, stage=Stage.IN_SESSION))
    litany.forbidden_for(page, at(one, "lift"), cast.mette, method="POST")


def test_litany(page, cast):
    one = on_goal(cast)
    path = at(one, "lift")
    litany.asks_strangers_to_sign_in(page, path, "POST")
    others = (cast.ida, cast.mette, cast.otto, cast.emma, cast.mads)
    litany.forbidden_for(page, path, *others, method="POST")
    litany.hidden_from(
        page, at(on_goal(cast, is_confidential=True), "lift"), cast.ida, cast.mette, cast.emma, method="POST"
    )
    litany.refuses(page, path, cast.karin, "GET")
