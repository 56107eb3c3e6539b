"""Closing the rounds whose last day is past."""

from __future__ import annotations

import logging
import traceback

from app.core.clock import today
from app.core.db import session
from app.core.errors import reference
from app.core.jobs import Job
from app.soundings.operations import close_sounding
from app.soundings.queries import get_sounding, overdue

log = logging.getLogger("pejling")


class NotClosed(RuntimeError):
    """Some rounds could not be closed; the log says where it broke."""


def close_due() -> int:
    """Close every round that is over; how many. One that can't be closed stops no other and is told of at the end."""
    count, failed = 0, []
    for key in overdue(today()):
        try:
            sounding = get_sounding(key)
            count += sounding is not None and close_sounding(sounding, by=None)
        except Exception as error:  # whatever it is: the others are closed all the same
            session().rollback()
            where = "".join(traceback.format_tb(error.__traceback__))
            log.error("one failed, reference %s\n%s%s", reference(), where, type(error).__name__)
            failed.append(key)
    if failed:
        raise NotClosed(f"soundings {failed}")
    return count


JOBS: dict[str, Job] = {"soundings.close_due": close_due}
