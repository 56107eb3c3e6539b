import vobject

from app.meetings.models import Stage
from tests import litany
from tests.meetings.answers import met, private


def path(meeting):
    return f"/meetings/{meeting.id}/calendar.ics"


def test_the_meeting_with_its_time_in_denmark(page, cast):
    meeting = met(cast, place="Mødelokale 2, 1. sal")
    answer = page(cast.emma).get(path(meeting))
    event = vobject.readOne(answer.text).vevent
    assert event.uid.value == f"{meeting.uid}@pejling"
    assert event.dtstart.value.replace(tzinfo=None).isoformat() == f"{meeting.held_on.isoformat()}T09:00:00"
    assert "DTSTART;TZID=Europe/Copenhagen:" in answer.text
    assert event.location.value == "Mødelokale 2, 1. sal"
    assert event.status.value == "CONFIRMED"
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_cancelled_one_says_so(page, cast):
    text = page(cast.emma).get(path(met(cast, stage=Stage.CANCELLED))).text
    assert vobject.readOne(text).vevent.status.value == "CANCELLED"


def test_litany(page, cast):
    meeting = met(cast)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    litany.hidden_from(page, path(private(cast)), cast.karin, cast.ida, cast.emma, cast.mads)
    litany.refuses(page, path(meeting), cast.karin, "POST")
