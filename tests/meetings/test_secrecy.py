"""What the committee keeps to itself until a meeting is called, and what the employees' side keeps for good."""

from app.meetings import operations
from app.meetings.models import MeetingKind, Stage
from tests.meetings.answers import met, private
from tests.meetings.test_operations import slot

NOTE = "Vi taler om fyringsrunden"
OTHERS = ("emma", "ida", "mads")


def text_of(page, user, address):
    return page(user).get(address).text.replace("\r\n ", "")


def test_those_of_the_circle_read_who_planned_it(page, cast):
    noted = operations.plan_meeting(cast.local, slot(), by=cast.karin, note=NOTE)
    own = operations.plan_meeting(cast.local, slot(kind=MeetingKind.PRE_MEETING), by=cast.trine)
    for meeting in (noted, own):
        assert "planned the meeting" in text_of(page, cast.trine, f"/meetings/{meeting.id}")
    assert "planned the meeting" not in text_of(page, cast.emma, f"/meetings/{noted.id}")


def test_the_note_is_the_committees_until_the_call(page, cast):
    meeting = operations.plan_meeting(cast.local, slot(), by=cast.karin, note=NOTE)
    operations.revise_meeting(meeting, by=cast.karin, note=f"{NOTE} igen")
    address = f"/meetings/{meeting.id}"
    for name in OTHERS:
        for where in (address, f"{address}/calendar.ics"):
            assert "fyringsrunden" not in text_of(page, getattr(cast, name), where), (name, where)
    assert "fyringsrunden" in text_of(page, cast.trine, address)


def test_a_note_is_everybodys_once_the_meeting_is_called(page, cast):
    meeting = met(cast, stage=Stage.CALLED, note=NOTE)
    for name in OTHERS:
        for where in ("", "/calendar.ics"):
            assert "fyringsrunden" in text_of(page, getattr(cast, name), f"/meetings/{meeting.id}{where}"), name


def test_the_employees_own_meeting_moves_and_goes_without_others_hearing_of_it(page, cast):
    meeting = private(cast)
    operations.call_meeting(meeting, by=cast.trine)
    operations.revise_meeting(meeting, by=cast.trine, place="Kælderen", note=NOTE)
    operations.add_guest(meeting, by=cast.trine, user=cast.emma, guest_as="Gæst")
    operations.cancel_meeting(meeting, by=cast.trine, reason="Syge børn")
    for name in ("karin", "ida", "mette", "emma", "mads", "frederik"):
        for where in ("/", "/notices", "/meetings", "/meetings/export.csv", f"/committees/{cast.local.id}/meetings"):
            text = text_of(page, getattr(cast, name), where)
            assert f"/meetings/{meeting.id}" not in text, (name, where)
            assert not [word for word in ("Kælderen", "Syge børn", "fyringsrunden") if word in text], (name, where)
    assert "Syge børn" in text_of(page, cast.trine, f"/meetings/{meeting.id}")
