"""Calendars as a parser that is not ours reads them: what stands in them, for whom, and what never does."""

import logging
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.core import clock
from app.core.clock import now, today
from app.core.operation import operation, record
from app.goals.models import Status
from app.meetings.models import Stage
from app.organisation.models import Seat
from app.wheel.operations import make_link
from tests import litany
from tests.actions.answers import acted
from tests.cast import speak_danish
from tests.hearings import answers as hearings
from tests.meetings.answers import met, private
from tests.wheel.answers import changed, duty, feed_of, many_goals, read

ZONE = ZoneInfo("Europe/Copenhagen")


def uid(meeting):
    return f"{meeting.uid}@pejling"


def test_mine_holds_meetings_reviews_deadlines_and_hearings(page, cast):
    meeting, action = met(cast), acted(cast)
    hearing = hearings.opened(cast, goal=cast.goal)
    found = read(page().get(feed_of(cast.karin)))
    others = {f"action-{action.id}", f"hearing-{hearing.id}", f"goal-{cast.goal.id}-review"}
    assert set(found) == {uid(meeting), *(f"{name}@pejling" for name in others)}
    assert read(page().get(feed_of(cast.bo))) == {}


def test_times_are_those_of_denmark_in_summer_and_winter_and_the_zone_is_told(page, cast):
    summer = met(cast, held_on=date(today().year + 1, 6, 15))
    winter = met(cast, held_on=date(today().year + 1, 1, 15))
    answer = page().get(feed_of(cast.karin))
    found = read(answer)
    for meeting, offset in ((summer, 2), (winter, 1)):
        begins = found[uid(meeting)].dtstart.value
        assert begins.utcoffset() == timedelta(hours=offset)
        assert begins == datetime.combine(meeting.held_on, meeting.begins, ZONE)
    assert "BEGIN:VTIMEZONE" in answer.text
    assert "TZID=Europe/Copenhagen" in answer.text


def test_a_deadline_is_a_whole_day(page, cast):
    action = acted(cast)
    found = read(page().get(feed_of(cast.karin)))[f"action-{action.id}@pejling"]
    assert (found.dtstart.value, found.dtend.value) == (action.due_on, action.due_on + timedelta(days=1))


def test_a_moved_meeting_keeps_its_uid_and_says_that_it_changed(page, cast):
    meeting, path = met(cast), feed_of(cast.karin)
    before = read(page().get(path))[uid(meeting)]
    with clock.at(now() + timedelta(minutes=5)):
        changed(cast, meeting, held_on=meeting.held_on + timedelta(days=1), sequence=1)
        assert read(page().get(path))[uid(meeting)].sequence.value == "1"
    assert before.sequence.value == "0"


def test_a_cancelled_meeting_says_so_for_sixty_days(page, cast):
    meeting, path = met(cast), feed_of(cast.karin)
    moment = now()
    _cancel(meeting, cast)
    assert read(page().get(path))[uid(meeting)].status.value == "CANCELLED"
    with clock.at(moment + timedelta(days=59)):
        assert uid(meeting) in read(page().get(path))
    with clock.at(moment + timedelta(days=61)):
        assert uid(meeting) not in read(page().get(path))


@operation("test.cancelled")
def _cancel(meeting, cast):
    meeting.stage, meeting.sequence = Stage.CANCELLED, 1
    record("test.cancelled", meeting, by=cast.karin)


def test_the_employees_own_meeting_is_only_for_their_side(page, cast):
    own = private(cast, place="Kælderen")
    assert uid(own) in read(page().get(feed_of(cast.trine)))
    assert uid(own) in read(page().get(feed_of(cast.trine, cast.local)))
    for who in (cast.karin, cast.ida, cast.mette, cast.frederik, cast.bo, cast.mads):
        for committee in (None, cast.local):
            answer = page().get(feed_of(who, committee))
            assert uid(own) not in read(answer), who.name
            assert "Kælderen" not in answer.text


def test_who_lost_the_seat_no_longer_has_what_came_with_it(page, cast):
    own, meeting = private(cast), met(cast)
    mine, committees = feed_of(cast.trine), feed_of(cast.trine, cast.local)
    seat = next(seat for seat in cast.local.seats if seat.user_id == cast.trine.id)
    changed(cast, seat, to_on=today() - timedelta(days=1))
    assert isinstance(seat, Seat)
    assert read(page().get(mine)) == {}
    found = read(page().get(committees))
    assert uid(meeting) in found
    assert uid(own) not in found


def test_a_draft_is_not_told_of(page, cast):
    hearing = hearings.opened(cast)
    changed(cast, cast.draft, status=Status.DRAFT, next_review_on=today())
    acted(cast, title="Hemmelig", goals=[cast.draft])
    answer = page().get(feed_of(cast.bo, cast.local))
    assert "Telefonen" not in answer.text
    assert "Hemmelig" not in answer.text
    assert f"hearing-{hearing.id}@pejling" not in read(answer)


def test_a_committee_has_its_duties_of_each_year(page, cast):
    own = duty(cast, by=cast.karin, committee_id=cast.local.id, day=None)
    elsewhere = duty(cast, by=cast.mette, committee_id=cast.top.id)
    found = read(page().get(feed_of(cast.bo, cast.local)))
    name = f"duty-{own.id}-{cast.local.id}-{today().year + 1}@pejling"
    assert found[name].dtstart.value == date(today().year + 1, 5, 1)
    assert "Some time in May." in found[name].description.value
    assert f"duty-discussion-{today().year}@pejling" in found
    assert not [key for key in found if key.startswith(f"duty-{elsewhere.id}-")]


def test_it_speaks_its_persons_language(page, cast):
    speak_danish(cast.karin)
    met(cast), acted(cast)
    text = page().get(feed_of(cast.karin)).text
    assert "To be done" not in text
    assert "X-WR-CALNAME:Pejling: Alt mit" in text


def test_what_has_not_changed_is_not_sent_again(page, cast):
    met(cast)
    path = feed_of(cast.karin)
    first = page().get(path)
    again = page().get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    with clock.at(now() + timedelta(hours=5)):
        assert page().get(path).data == first.data, "nothing but the clock has moved"
    acted(cast)
    assert page().get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_it_has_no_session_and_stays_private(page, cast):
    answer = page().get(feed_of(cast.karin))
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"


@pytest.mark.parametrize("token", ["x", "a" * 43, "%00", "æ" * 43])
def test_an_unknown_secret_leads_nowhere(page, cast, token):
    feed_of(cast.karin)
    answer = page().get(f"/calendar/{token}.ics")
    assert (answer.status_code, answer.data) == (404, b"")


def test_a_closed_account_or_committee_leads_nowhere(page, cast):
    path, committees = feed_of(cast.karin), feed_of(cast.bo, cast.local)
    changed(cast, cast.karin, closed_on=today())
    assert page().get(path).status_code == 404
    changed(cast, cast.local, closed_on=today())
    assert page().get(committees).status_code == 404


def test_the_log_never_holds_the_secret(page, cast, caplog):
    caplog.set_level(logging.DEBUG)
    _link, secret = make_link(by=cast.karin)
    page().get(f"/calendar/{secret}.ics")
    page().open("POST", f"/calendar/{secret}.ics")
    page().get(f"/calendar/{secret}.ics/more")
    page().get(f"/calendar/{secret[:-1]}x.ics")
    assert secret[:-1] not in caplog.text
    assert "POST /calendar/…" in caplog.text


def test_questions_do_not_grow_and_the_file_is_bounded(page, cast):
    met(cast), acted(cast), hearings.opened(cast, goal=cast.goal), duty(cast)
    path = feed_of(cast.karin, cast.local)
    few = page().get(path).queries
    many_goals(cast, 400, today() + timedelta(days=30))
    for _ in range(10):
        met(cast), acted(cast)
    many = page().get(path)
    assert many.queries == few <= 25
    assert len([key for key in read(many) if key.startswith("goal-")]) == 300


def test_litany(page, cast):
    litany.refuses(page, feed_of(cast.karin), cast.karin, "DELETE")
