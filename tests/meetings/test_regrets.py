from app.core.operation import operation, record
from app.meetings.models import Stage
from tests import litany
from tests.decisions.answers import fresh
from tests.meetings.answers import item, met, private


def path(meeting):
    return f"/meetings/{meeting.id}/regrets"


@operation("test.substituted")
def substituted(cast, user):
    seat = next(seat for seat in cast.local.seats if seat.user_id == cast.trine.id)
    seat.substitute_id = user.id
    record("test.substituted", seat, by=None, about=cast.karin)


def test_the_keepers_and_the_substitute_are_told_and_the_latter_reads_everything(page, cast):
    substituted(cast, cast.emma)
    meeting = met(cast, stage=Stage.CALLED)
    item(cast, meeting, title="En sag om en kollega", is_confidential=True)
    address = f"/meetings/{meeting.id}"
    assert "En sag om en kollega" not in page(cast.emma).get(address).text
    for _time in range(2):
        page(cast.trine).post(path(meeting))
    assert "has sent regrets" in page(cast.karin).get(address).words
    assert "can't come to this meeting" in page(cast.karin).get("/notices").words
    assert "and you stand in" in page(cast.emma).get("/notices").words
    assert "En sag om en kollega" in page(cast.emma).get(address).words
    assert next(row for row in fresh(meeting).attendances if row.user_id == cast.trine.id).substitute_id


def test_a_guest_reads_nothing_confidential(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    item(cast, meeting, title="En sag om en kollega", is_confidential=True)
    page(cast.karin).post(f"/meetings/{meeting.id}/guests/add", {"user_id": str(cast.ida.id), "guest_as": "Rådgiver"})
    assert "En sag om en kollega" not in page(cast.ida).get(f"/meetings/{meeting.id}").text


def test_litany(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    litany.asks_strangers_to_sign_in(page, path(meeting), "POST")
    litany.forbidden_for(page, path(meeting), cast.ida, cast.mette, cast.emma, cast.mads, method="POST")
    litany.forbidden_for(page, path(met(cast)), cast.trine, method="POST")
    litany.hidden_from(page, path(private(cast, stage=Stage.CALLED)), cast.karin, method="POST")
    litany.refuses(page, path(meeting), cast.karin, "GET")
