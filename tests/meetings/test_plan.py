import sqlalchemy as sa

from app.core.clock import today
from app.core.db import session
from app.core.formats import typed_day
from app.core.typed import parse_clock
from app.meetings.models import Meeting, MeetingKind, Stage
from app.meetings.queries import whole_agenda
from app.organisation.operations import close_committee
from tests import litany
from tests.meetings.answers import met
from tests.meetings.typed import planned, workday


def path(committee):
    return f"/committees/{committee.id}/meetings/plan"


def meetings():
    return list(session().scalars(sa.select(Meeting).order_by(Meeting.id)))


def test_a_meeting_with_an_agenda_that_has_begun_to_write_itself(page, cast):
    answer = page(cast.karin).post(path(cast.local), planned(kind="review", is_discussion="y"))
    (meeting,) = meetings()
    assert answer.location == f"/meetings/{meeting.id}"
    assert (meeting.kind, meeting.is_discussion, meeting.stage) == (MeetingKind.REVIEW, True, Stage.PLANNED)
    assert (meeting.held_on, meeting.begins, meeting.ends) == (workday(30), parse_clock("9"), parse_clock("11.30"))
    points = [line.item.point for line in whole_agenda(meeting) if not line.is_part]
    assert points[:3] == ["review.1", "review.2", "review.3"]
    assert "discussion.1" in points
    assert page(cast.trine).get("/notices").words.count("meeting") == 0, "nobody is told before it is called"


def test_only_a_review_is_also_the_discussion(page, cast):
    page(cast.karin).post(path(cast.local), planned(is_discussion="y"))
    assert not meetings()[0].is_discussion


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(page, cast):
    for typed, words in (
        ({"held_on": ""}, "Write the day of the meeting."), ({"held_on": "01.01.2020"}, "lies before today"),
        ({"begins": "25.00"}, "Write the time as hours and minutes"), ({"ends": "8.00"}, "must end after it begins"),
        ({"kind": "pre_meeting"}, "Choose one of the answers."), ({"place": "x" * 301}, "300"),
    ):  # fmt: skip
        answer = page(cast.karin).post(path(cast.local), planned(**typed))
        assert words in answer.words, typed
        assert answer.values("note")[0].strip() == "Læs målene igennem."
    assert meetings() == []


def test_a_doubtful_day_takes_a_second_thought(page, cast):
    summer = typed_day(today().replace(year=today().year + 1, month=7, day=6))
    taken = met(cast, held_on=workday(40))
    for typed, words in (
        (f"25.12.{today().year + 1}", "Christmas Day"), (summer, "in the summer pause"),
        (typed_day(taken.held_on), "the committee meets already that day"),
    ):  # fmt: skip
        answer = page(cast.karin).post(path(cast.local), planned(held_on=typed))
        assert words in answer.words
        shown = answer.values("doubts")[0]
        before = len(meetings())
        page(cast.karin).post(path(cast.local), planned(held_on=typed, doubts=shown))
        assert len(meetings()) == before + 1


def test_a_doubt_about_another_day_is_shown_again(page, cast):
    answer = page(cast.karin).post(path(cast.local), planned(held_on=f"25.12.{today().year + 1}"))
    shown = answer.values("doubts")[0]
    answer = page(cast.karin).post(path(cast.local), planned(held_on=f"26.12.{today().year + 1}", doubts=shown))
    assert "Boxing Day" in answer.words
    assert meetings() == []


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.local), cast.ida, cast.mette, cast.emma, cast.mads, method=method)
    close_committee(cast.local, by=cast.ida)
    litany.forbidden_for(page, path(cast.local), cast.karin)
    litany.refuses(page, path(cast.local), cast.karin, "DELETE")
