"""What is done when its time has come, by `flask run-due`: each room hands in its jobs.

A job does all that is due and returns how much that was. It may be started at any time, as often as one likes and by
several processes at once: it takes what it needs under a lock and does nothing twice.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from app.core.db import session
from app.core.errors import for_the_log

log = logging.getLogger("pejling")

Job = Callable[[], int]

JOBS: dict[str, Job] = {}  # "soundings.close_due" -> the job, in the order of the rooms; filled when the app is made


def run_all(say: Callable[[str], object]) -> bool:
    """Do each job in turn and say how much it did. One that fails stops no other; tells whether all went well."""
    all_well = True
    for name, job in JOBS.items():
        try:
            say(f"{name}: {job()}")
        except Exception as error:
            session().rollback()
            log.error("%s failed\n%s", name, for_the_log(error))
            say(f"{name}: failed")
            all_well = False
    return all_well
