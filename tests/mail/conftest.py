"""A mail server for each test that asks for one, duties that a test hands in, and the day on which it plays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from flask import Flask

from app.core import duties
from app.core.clock import COPENHAGEN, at
from tests.mail.post import PostOffice


def moment(day: int, hour: int = 9, minute: int = 0, month: int = 9) -> datetime:
    """A moment of 2026 in Denmark; the 21st of September is a Monday."""
    return datetime(2026, month, day, hour, minute, tzinfo=COPENHAGEN)


@pytest.fixture
def wednesday() -> Iterator[None]:
    """It is nine o'clock on the 23rd of September 2026."""
    with at(moment(23)):
        yield


@pytest.fixture
def post(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[PostOffice]:
    office = PostOffice()
    office.open()
    setup = {
        "MAIL_SERVER": "127.0.0.1", "MAIL_PORT": office.port, "MAIL_TLS": "none",
        "MAIL_FROM": "pejling@lilleby.example", "URL": "https://pejling.lilleby.example", "MAIL_TIMEOUT": 2,
    }  # fmt: skip
    for name, value in setup.items():
        monkeypatch.setitem(app.config, name, value)
    yield office
    office.close()


@pytest.fixture
def owed(monkeypatch: pytest.MonkeyPatch) -> list[duties.Duty]:
    """What waits for the cast: a test puts its duties in."""
    found: list[duties.Duty] = []
    source = lambda user, _day: [d for d in found if user is None or d.user_id == user.id]  # noqa: E731
    monkeypatch.setattr(duties, "SOURCES", [source])
    monkeypatch.setitem(
        duties.WORDS, "test.answer", duties.Words(what="Answer %(count)s comments", button="Answer", icon="reply")
    )
    return found
