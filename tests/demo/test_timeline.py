"""Deeds are done in the order of their days, and the clock says so."""

from __future__ import annotations

from datetime import date, timedelta

from app.core.clock import now, today
from app.demo.timeline import Timeline, moment


def test_deeds_are_done_by_day_then_in_the_order_they_came() -> None:
    done: list[str] = []
    timeline = Timeline()
    timeline.on(date(2026, 9, 4), lambda: done.append("third"))
    timeline.on(date(2026, 9, 3), lambda: done.append("first"))
    timeline.on(date(2026, 9, 3), lambda: done.append("second"))
    timeline.play()
    assert done == ["first", "second", "third"]


def test_the_clock_stands_at_the_day_of_the_deed() -> None:
    seen: list[tuple[date, object]] = []
    timeline = Timeline()
    for day in (date(2026, 3, 29), date(2026, 3, 29), date(2026, 10, 25)):
        timeline.on(day, lambda: seen.append((today(), now())))
    timeline.play()
    assert [day for day, _moment in seen] == [date(2026, 3, 29), date(2026, 3, 29), date(2026, 10, 25)]
    assert len({moment for _day, moment in seen}) == 3


def test_a_busy_day_still_ends_before_midnight() -> None:
    day = date(2026, 9, 3)
    assert moment(day, 100).date() == day
    assert moment(day, 2) - moment(day, 1) == timedelta(minutes=7)
