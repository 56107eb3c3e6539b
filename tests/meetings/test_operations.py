import pytest
import sqlalchemy as sa
import vobject

from app.core.clock import today
from app.core.db import session
from app.core.mailbox import Mail
from app.core.smtp import Parcel, compose
from app.core.typed import parse_clock
from app.meetings import operations
from app.meetings.models import MeetingKind, Stage
from app.meetings.plans import Slot
from tests.cast import speak_danish
from tests.decisions.answers import fresh
from tests.meetings.answers import met, private
from tests.meetings.test_regrets import substituted
from tests.meetings.typed import workday


def slot(days=30, kind=MeetingKind.ORDINARY):
    return Slot(workday(days), kind, parse_clock("9"), parse_clock("11"), "Salen")


def mails():
    return list(session().scalars(sa.select(Mail).order_by(Mail.id)))


@pytest.fixture
def with_mail(app, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_SERVER", "mail.example")
    monkeypatch.setitem(app.config, "MAIL_FROM", "pejling@lilleby.example")
    monkeypatch.setitem(app.config, "URL", "https://pejling.lilleby.example")


def test_a_meeting_comes_moves_and_goes_in_peoples_calendars(app, cast, with_mail):
    speak_danish(cast.trine)
    meeting = operations.plan_meeting(cast.local, slot(), by=cast.karin)
    assert mails() == []
    operations.call_meeting(meeting, by=cast.karin)
    operations.revise_meeting(meeting, by=cast.karin, held_on=workday(40))
    operations.cancel_meeting(meeting, by=cast.karin, reason="Sne.")
    own = [mail for mail in mails() if mail.user_id == cast.trine.id]
    assert [mail.subject.split(":")[0] for mail in own] == ["Indkaldt", "Ændret", "Aflyst"]
    read = [vobject.readOne(mail.calendar) for mail in own]
    assert [one.method.value for one in read] == ["REQUEST", "REQUEST", "CANCEL"]
    events = [one.vevent for one in read]
    assert {event.uid.value for event in events} == {f"{meeting.uid}@pejling"}
    assert [int(event.sequence.value) for event in events] == [0, 1, 2]
    assert [event.dtstart.value.date() for event in events] == [workday(30), workday(40), workday(40)]
    assert events[0].attendee.value == "mailto:trine@lilleby.example"
    assert events[0].organizer.value == "mailto:pejling@lilleby.example"
    assert events[2].status.value == "CANCELLED"
    assert "Sne." in own[2].text
    assert len(mails()) == 6


def test_the_mail_carries_the_entry_as_calendar_programs_read_it(app, cast, with_mail):
    meeting = operations.plan_meeting(cast.local, slot(), by=cast.karin)
    operations.call_meeting(meeting, by=cast.karin)
    mail = mails()[0]
    said = (mail.subject, mail.text, mail.html, mail.message_id, "da", "", mail.calendar)
    parcel = Parcel("x@lilleby.example", "X", *said)
    message = compose(parcel, app.config)
    parts = [part.get_content_type() for part in message.walk()]
    assert parts == ["multipart/alternative", "text/plain", "text/html", "text/calendar"]
    entry = list(message.walk())[-1]
    assert entry.get_param("method") == "REQUEST"
    assert "BEGIN:VEVENT" in entry.get_content()


def test_one_that_was_moved_while_it_was_planned_is_called_like_any_other(app, cast, with_mail):
    meeting = operations.plan_meeting(cast.local, slot(), by=cast.karin)
    operations.revise_meeting(meeting, by=cast.karin, held_on=workday(40))
    operations.call_meeting(meeting, by=cast.karin)
    assert {mail.subject.split(":")[0] for mail in mails()} == {"Called"}


def test_who_comes_later_gets_it_into_their_calendar_at_once(app, cast, with_mail):
    meeting = met(cast, stage=Stage.CALLED, sequence=1)
    substituted(cast, cast.emma)
    operations.send_regrets(meeting, by=cast.trine)
    operations.add_guest(meeting, by=cast.karin, user=cast.ida, guest_as="Rådgiver")
    assert [(mail.user_id, mail.subject.split(":")[0]) for mail in mails()] == [
        (cast.emma.id, "Called"), (cast.ida.id, "Called"),
    ]  # fmt: skip


def test_before_the_call_a_guest_waits_for_it(app, cast, with_mail):
    meeting = operations.plan_meeting(cast.local, slot(), by=cast.karin)
    operations.add_guest(meeting, by=cast.karin, user=cast.ida, guest_as="Rådgiver")
    assert mails() == []
    operations.call_meeting(meeting, by=cast.karin)
    assert {mail.user_id for mail in mails()} == {cast.karin.id, cast.trine.id, cast.ida.id}


def test_the_employees_own_is_mailed_to_their_side_alone(app, cast, with_mail):
    meeting = private(cast)
    operations.call_meeting(meeting, by=cast.trine)
    operations.add_guest(meeting, by=cast.trine, user=cast.emma, guest_as="Gæst")
    operations.revise_meeting(meeting, by=cast.trine, place="Kælderen")
    operations.cancel_meeting(meeting, by=cast.trine, reason="Sne.")
    assert {mail.user_id for mail in mails()} == {cast.trine.id}


def test_what_a_note_says_does_not_cancel_a_meeting(app, cast, with_mail):
    meeting = operations.plan_meeting(cast.local, slot(), by=cast.karin, note="Husk METHOD:CANCEL")
    operations.call_meeting(meeting, by=cast.karin)
    parcel = Parcel("x@lilleby.example", "X", "s", "t", "h", "m", "da", "", mails()[0].calendar)
    assert list(compose(parcel, app.config).walk())[-1].get_param("method") == "REQUEST"


def test_without_a_mail_server_nothing_is_written(cast):
    operations.call_meeting(operations.plan_meeting(cast.local, slot(), by=cast.karin), by=cast.karin)
    assert mails() == []


def test_several_at_once(cast):
    made = operations.plan_year(cast.local, [slot(30), slot(90, MeetingKind.REVIEW)], by=cast.karin)
    assert [one.kind for one in made] == [MeetingKind.ORDINARY, MeetingKind.REVIEW]
    assert len({one.uid for one in made}) == 2


@pytest.mark.parametrize("stage", [Stage.IN_SESSION, Stage.MINUTES_OUT, Stage.APPROVED, Stage.CANCELLED])
def test_once_it_has_begun_it_is_neither_moved_called_nor_cancelled(cast, stage):
    meeting = met(cast, stage=stage)
    for do in (
        lambda: operations.revise_meeting(meeting, by=cast.karin, place="x"),
        lambda: operations.call_meeting(meeting, by=cast.karin),
        lambda: operations.cancel_meeting(meeting, by=cast.karin, reason="x"),
        lambda: operations.open_meeting(meeting, by=cast.karin),
        lambda: operations.send_regrets(meeting, by=cast.trine),
    ):
        with pytest.raises(operations.NotNow):
            do()


def test_regrets_are_of_those_who_were_called(cast):
    with pytest.raises(operations.Elsewhere):
        operations.send_regrets(met(cast, stage=Stage.CALLED), by=cast.emma)


def test_saying_the_same_again_is_no_event(cast):
    meeting = fresh(met(cast, stage=Stage.IN_SESSION))
    assert not operations.revise_meeting(met(cast), by=cast.karin, place="Mødelokale 2")
    version = meeting.version
    operations.mark_attendance(meeting, {row.id: operations.Presences(row.presence) for row in meeting.attendances},
                               by=cast.karin)  # fmt: skip
    assert meeting.version == version
    assert operations.add_guest(meeting, by=cast.karin, name="Poul", guest_as="Rådgiver").name == "Poul"
    assert meeting.held_on == today()
