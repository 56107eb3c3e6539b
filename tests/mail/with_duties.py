"""The app as a process of its own runs it, with a duty for each of the first accounts."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.core import duties
from app.core.clock import today
from wsgi import app

PEOPLE = range(1, 7)


def owed(_user: Any, day: date) -> list[duties.Duty]:
    return [
        duties.Duty(
            user_id=number, code="test.answer", subject=("goal", 1), about=("goal", 1), about_label="M-0001",
            endpoint="comments.index", url={"goal_id": 1}, due_on=today(),
        )
        for number in PEOPLE
    ]  # fmt: skip


duties.SOURCES[:] = [owed]
duties.WORDS["test.answer"] = duties.Words(what="Answer", button="Answer", icon="reply")

__all__ = ["app"]
