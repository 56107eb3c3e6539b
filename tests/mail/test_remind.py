"""Reminders: 30, 7 and 1 days before and when overdue; each once, however often `run-due` runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from app.core.clock import at
from app.core.db import session
from app.core.duties import Duty
from app.core.inbox import grouped
from app.core.notices import Notice
from app.mail import jobs, operations
from app.mail.operations import choose, remind
from app.mail.rhythm import Rhythm
from app.people.operations import close_user
from tests.mail.conftest import moment
from tests.mail.post import text_of

DUE = date(2026, 10, 30)


def duty(cast, due_on=DUE, **more) -> Duty:
    whole = Duty(
        user_id=cast.karin.id, code="test.answer", subject=("goal", cast.goal.id), about=("goal", cast.goal.id),
        about_label=str(cast.goal), endpoint="comments.index", url={"goal_id": cast.goal.id}, due_on=due_on,
        data={"count": 3},
    )  # fmt: skip
    return replace(whole, **more)


def on(day: date) -> list[Notice]:
    """The reminders that are new on that day, `run-due` having run three times."""
    before = session().scalar(sa.select(sa.func.max(Notice.id))) or 0
    with at(moment(1, 8) + (day - date(2026, 9, 1))):
        for _time in range(3):
            jobs.remind()
    return list(session().scalars(sa.select(Notice).where(Notice.id > before)))


def test_each_step_is_reminded_of_once(cast, owed):
    owed.append(duty(cast))
    told = {}
    for ahead in range(40, -10, -1):
        if found := on(DUE - timedelta(days=ahead)):
            told[ahead] = [notice.code for notice in found]
    assert told == {
        30: ["reminder.ahead"], 7: ["reminder.ahead"], 1: ["reminder.ahead"], -1: ["reminder.overdue"],
    }  # fmt: skip


@pytest.mark.parametrize(("days", "expected"), [(14, [7, 1, -1]), (7, [7, 1, -1]), (5, [1, -1]), (30, [30, 7, 1, -1])])
def test_nobody_is_reminded_of_a_step_that_came_before_they_were_asked(cast, owed, days, expected):
    since = DUE - timedelta(days=days)
    owed.append(duty(cast, since=since))
    told = [ahead for ahead in range(days, -10, -1) if on(DUE - timedelta(days=ahead))]
    assert told == expected


def test_after_days_without_a_run_only_the_latest_step_is_told(cast, owed):
    owed.append(duty(cast))
    (told,) = on(DUE - timedelta(days=3))
    assert told.code == "reminder.ahead"
    (late,) = on(DUE + timedelta(days=20))
    assert late.code == "reminder.overdue"


def test_another_date_is_reminded_of_anew(cast, owed):
    owed.append(duty(cast))
    assert len(on(DUE - timedelta(days=7))) == 1
    owed[:] = [duty(cast, due_on=DUE + timedelta(days=1))]
    assert len(on(DUE - timedelta(days=6))) == 1


def test_what_is_settled_or_has_no_date_is_not_reminded_of(cast, owed):
    owed.append(duty(cast, due_on=None))
    assert on(DUE) == []


def test_a_closed_account_is_not_reminded(cast, owed):
    close_user(cast.karin, by=cast.mads)
    owed.append(duty(cast))
    assert on(DUE) == []


def test_the_quiet_month_is_quiet_and_then_the_step_that_applies_is_told(cast, owed):
    owed.append(duty(cast, due_on=date(2026, 8, 3)))
    for day in (4, 27, 31):
        assert on(date(2026, 7, day)) == []
    (told,) = on(date(2026, 8, 1))
    assert told.code == "reminder.ahead"


def test_one_reminder_that_breaks_keeps_no_other_back(cast, owed, monkeypatch):
    give = operations._give
    monkeypatch.setattr(operations, "_give", lambda duty, which: give(duty, which) if duty.subject[1] != 5 else 1 / 0)
    owed += [duty(cast, subject=("goal", number)) for number in range(1, 10)]
    for _time in range(2):
        with at(moment(30, 8, month=10)), pytest.raises(jobs.Failed, match="1 failed"):
            jobs.remind()
    assert sorted(session().scalars(sa.select(Notice.subject_id))) == [1, 2, 3, 4, 6, 7, 8, 9]


def test_many_duties_are_reminded_of_in_parts(cast, owed, monkeypatch):
    monkeypatch.setattr(jobs, "CHUNK", 7)
    owed += [duty(cast, subject=("goal", number)) for number in range(1, 30)]
    assert len(on(DUE)) == 29


def test_it_stands_in_the_inbox_with_the_page_that_settles_it(page, cast, owed):
    owed.append(duty(cast))
    on(DUE - timedelta(days=7))
    shown = page(cast.karin).get("/notices")
    assert "Remember by 30 October 2026: Answer 3 comments." in shown.words
    assert f"/goals/{cast.goal.id}/comments" in shown.doc.xpath("//main//a/@href")


def test_a_reminder_outlives_the_room_that_gave_it(page, cast, owed, monkeypatch):
    owed.append(duty(cast, endpoint="gone.away"))
    on(DUE - timedelta(days=7))
    monkeypatch.undo()
    (group,) = grouped(session().scalars(sa.select(Notice)))
    assert group.lines[0].action is None
    assert str(cast.goal) in page(cast.karin).get("/notices").words


@pytest.mark.parametrize("rhythm", [Rhythm.DAILY, Rhythm.WEEKLY, Rhythm.NEVER])
def test_it_is_mailed_on_the_day_whatever_the_rhythm_of_the_news(cast, owed, post, rhythm):
    choose(cast.karin, rhythm=rhythm, reminders=True)
    owed.append(duty(cast, due_on=date(2026, 9, 30)))
    with at(moment(23, 6)):
        jobs.remind()
    with at(moment(23, 7)):
        assert jobs.digest() == 1
        jobs.deliver()
    assert post.letters[0]["Subject"] == f"Remember: {cast.goal}"
    words = text_of(post.letters[0])
    assert "Remember by 30 September 2026: Answer 3 comments." in words
    assert f"Answer: https://pejling.lilleby.example/goals/{cast.goal.id}/comments" in words


def test_who_wants_no_reminders_by_mail_gets_none(cast, owed, post):
    choose(cast.karin, rhythm=Rhythm.AT_ONCE, reminders=False)
    owed.append(duty(cast, due_on=date(2026, 9, 30)))
    with at(moment(23)):
        assert jobs.remind() == 1
        assert jobs.digest() == 0
    choose(cast.karin, rhythm=Rhythm.AT_ONCE, reminders=True)
    with at(moment(24)):
        assert jobs.digest() == 0


def test_the_same_reminder_can_not_be_kept_twice(cast, owed):
    with at(moment(23)):
        assert remind([duty(cast), duty(cast)], day=DUE) == 1
        assert remind([duty(cast)], day=DUE) == 0
