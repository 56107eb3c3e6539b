from datetime import timedelta

import vobject

from app.meetings import operations
from app.meetings.models import MeetingKind
from tests.cast import speak_danish
from tests.decisions.answers import fresh
from tests.meetings.answers import item, met, private
from tests.meetings.test_operations import mails, slot, with_mail  # noqa: F401


def to(user):
    return [mail for mail in mails() if mail.user_id == user.id]


def test_each_is_written_to_in_their_own_language(cast, with_mail):  # noqa: F811
    speak_danish(cast.trine)
    meeting = operations.plan_meeting(cast.local, slot(kind=MeetingKind.REVIEW), by=cast.karin, note="Tag kaffe med.")
    operations.call_meeting(meeting, by=cast.karin)
    (danish,), (english,) = to(cast.trine), to(cast.karin)
    assert "Du er indkaldt til mødet." in danish.text
    assert "You are called to this meeting." in english.text
    for mail in (danish, english):
        assert f"https://pejling.lilleby.example/meetings/{meeting.id}" in mail.text
        assert "Salen" in mail.text
        assert "Tag kaffe med." in mail.text
        assert "Salen" in mail.html
    summaries = [vobject.readOne(mail.calendar).vevent.summary.value for mail in (danish, english)]
    assert summaries[0] != summaries[1]
    assert all(summary.startswith(cast.local.name) for summary in summaries)


def test_the_entry_stands_in_danish_time_with_its_rules(cast, with_mail):  # noqa: F811
    meeting = operations.plan_meeting(cast.local, slot(), by=cast.karin)
    operations.call_meeting(meeting, by=cast.karin)
    text = to(cast.trine)[0].calendar
    read = vobject.readOne(text)
    assert read.vtimezone.tzid.value == "Europe/Copenhagen"
    assert "DTSTART;TZID=Europe/Copenhagen:" in text
    assert read.vevent.dtend.value - read.vevent.dtstart.value == timedelta(hours=2)
    assert read.vevent.url.value == f"https://pejling.lilleby.example/meetings/{meeting.id}"


def test_nothing_of_the_agenda_is_in_the_mail(cast, with_mail):  # noqa: F811
    meeting = met(cast)
    item(cast, meeting)
    item(cast, meeting, title="En sag om en kollega", is_confidential=True)
    operations.call_meeting(meeting, by=cast.karin)
    assert len(mails()) == 2
    for mail in mails():
        written = mail.subject + mail.text + mail.html + mail.calendar.replace("\r\n ", "")
        assert "Støj" not in written
        assert "kollega" not in written


def test_the_employees_own_meeting_is_mailed_to_their_side_alone(cast, with_mail):  # noqa: F811
    meeting = private(cast)
    operations.call_meeting(meeting, by=cast.trine)
    operations.add_guest(meeting, by=cast.trine, user=cast.emma, guest_as="Gæst")
    operations.revise_meeting(meeting, by=cast.trine, place="Kælderen")
    operations.cancel_meeting(meeting, by=cast.trine, reason="Sne.")
    assert {mail.user_id for mail in mails()} == {cast.trine.id}


def test_a_word_changed_in_the_note_writes_to_nobody(cast, with_mail):  # noqa: F811
    meeting = met(cast)
    operations.call_meeting(meeting, by=cast.karin)
    before = len(mails())
    operations.revise_meeting(meeting, by=cast.karin, note="Læs målene igennem.")
    assert (len(mails()), fresh(meeting).sequence) == (before, 0)


def test_one_that_nobody_was_called_to_goes_without_a_letter(cast, with_mail):  # noqa: F811
    operations.cancel_meeting(met(cast), by=cast.karin, reason="Sne.")
    assert mails() == []
