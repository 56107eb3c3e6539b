from app.core.audit import Event
from app.core.db import session
from app.live.operations import present_item
from app.meetings.models import Stage
from tests import litany
from tests.decisions.answers import fresh, on_goal
from tests.meetings.answers import item, met


def path(one):
    return f"/meetings/{one.meeting_id}/items/{one.id}/present"


def test_the_room_sees_it_and_nobodys_form_becomes_stale(page, cast):
    one = on_goal(cast)
    version, pulse, events = one.meeting.version, one.meeting.pulse, session().query(Event).count()
    answer = page(cast.karin).post(path(one))
    assert answer.location == f"/meetings/{one.meeting_id}/session?item={one.id}"
    meeting = fresh(one.meeting)
    assert (meeting.shown_item_id, meeting.version, meeting.pulse) == (one.id, version, pulse + 1)
    assert session().query(Event).count() == events
    present_item(meeting, one)
    assert fresh(meeting).pulse == pulse + 2


def test_litany(page, cast):
    one = on_goal(cast)
    litany.asks_strangers_to_sign_in(page, path(one), "POST")
    litany.forbidden_for(page, path(one), cast.ida, cast.mette, cast.emma, cast.mads, method="POST")
    litany.hidden_from(page, path(on_goal(cast, is_confidential=True)), cast.ida, cast.emma, method="POST")
    litany.forbidden_for(page, path(item(cast, met(cast, stage=Stage.MINUTES_OUT))), cast.karin, method="POST")
    litany.refuses(page, path(one), cast.karin, "GET")
