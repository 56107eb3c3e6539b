"""Readings that several tests begin from."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from app.balances.models import Reader, Reading
from app.balances.operations import read_balances, read_practice
from app.core.clock import today
from app.core.db import session
from app.core.notices import Notice

PLACED = {"focus_today": "-2", "focus_wish": "1", "focus_reason": "Vi tæller samtaler.", "level_today": "0"}


def side(cast, reader=Reader.EMPLOYEES, *, committee=None, by=None, days=0, **places):
    """A side's reading of the goal so many days ago, in the local committee unless said otherwise."""
    by = by or (cast.trine if reader is Reader.EMPLOYEES else cast.karin)
    return read_balances(
        cast.goal, by=by, reader=reader, committee=committee or cast.local, places=places,
        read_on=today() - timedelta(days=days),
    )  # fmt: skip


def practice(cast, reader=Reader.EMPLOYEES, *, days=0, reasons=None, **places):
    """A reading of the local committee's practice so many days ago."""
    by = cast.trine if reader is Reader.EMPLOYEES else cast.karin
    return read_practice(
        cast.local, by=by, reader=reader, places=places, reasons=reasons, read_on=today() - timedelta(days=days)
    )


def readings():
    return list(session().scalars(sa.select(Reading).order_by(Reading.id)))


def told(user):
    """The codes of a person's notices, oldest first."""
    return list(session().scalars(sa.select(Notice.code).where(Notice.user_id == user.id).order_by(Notice.id)))
