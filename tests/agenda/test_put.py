import pytest

from app.agenda.operations import NotNow, put_item
from app.core.db import session
from tests import litany
from tests.meetings.answers import item, met


def path(thing):
    return f"/committees/{thing.committee_id}/backlog/{thing.id}/put"


def test_it_comes_onto_the_chosen_agenda(page, cast):
    thing, meeting = item(cast), met(cast)
    sent = page(cast.karin).post(path(thing), {"meeting_id": str(meeting.id)})
    session().expire_all()
    assert thing.meeting_id == meeting.id
    assert sent.location == f"/meetings/{meeting.id}/items/{thing.id}"


def test_another_committees_meeting_can_not_be_chosen(page, cast):
    thing, elsewhere = item(cast), met(cast, committee=cast.top)
    page(cast.karin).post(path(thing), {"meeting_id": str(elsewhere.id)})
    session().expire_all()
    assert thing.meeting_id is None
    with pytest.raises(NotNow):
        put_item(thing, elsewhere, by=cast.karin)


def test_litany(page, cast):
    thing = item(cast)
    litany.asks_strangers_to_sign_in(page, path(thing))
    litany.hidden_from(page, path(thing), cast.emma, cast.ida, cast.mads, cast.frederik)
    assert page(cast.trine).get(path(thing)).status_code == 200
