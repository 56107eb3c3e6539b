"""Meetings with something to stand in their minutes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.core.clock import today
from app.decisions.operations import note_outcome
from app.meetings.models import Item, Meeting, MeetingKind, Stage
from app.minutes.operations import approve_minutes, send_out_minutes
from app.minutes.queries import digest_now
from app.organisation.models import Side
from tests.cast import Cast
from tests.meetings.answers import item, met

SECRET = "En sag om en kollega"  # noqa: S105
SOON = (today() + timedelta(days=8)).strftime("%d.%m.%Y")


def held(cast: Cast, **more: Any) -> Meeting:
    """A meeting in session with an open item that was decided on, and a confidential one that was too."""
    meeting = met(cast, stage=Stage.IN_SESSION, kind=MeetingKind.REVIEW, **more)
    one = item(cast, meeting, title="Støj i kantinen", case_text="Vi kan ikke høre hinanden.")
    note_outcome(one, by=cast.karin, words="Der kommer gardiner op.", is_decision=True)
    hidden = item(
        cast, meeting, title=SECRET, is_confidential=True, case_text="Hemmelig sag", discussion="Hemmelig snak"
    )
    note_outcome(hidden, by=cast.karin, words="Hemmelig beslutning", is_decision=True)
    return meeting


def out(cast: Cast, **more: Any) -> Meeting:
    meeting = held(cast, **more)
    send_out_minutes(meeting, by=cast.karin)
    return meeting


def approved(cast: Cast, **more: Any) -> Meeting:
    meeting = out(cast, **more)
    approve_minutes(meeting, by=cast.karin, side=Side.MANAGEMENT, seen=digest_now(meeting))
    approve_minutes(meeting, by=cast.trine, side=Side.EMPLOYEES, seen=digest_now(meeting))
    return meeting


def open_item(meeting: Meeting) -> Item:
    return next(one for one in meeting.items if not one.is_confidential)


def hidden_item(meeting: Meeting) -> Item:
    return next(one for one in meeting.items if one.is_confidential)


def at(meeting: Meeting, *steps: object) -> str:
    return "/".join(["/meetings", str(meeting.id), "minutes", *map(str, steps)])
