"""What is done when its time has come, by `flask run-due`: each room hands in its jobs.

A job does all that is due and returns how much that was. It may be started at any time, as often as one likes and by
several processes at once: it takes what it needs under a lock and does nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable

Job = Callable[[], int]

JOBS: dict[str, Job] = {}  # "soundings.close_due" -> the job, in the order of the rooms; filled when the app is made
