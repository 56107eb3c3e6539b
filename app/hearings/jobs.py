"""What is done about hearings when its time has come."""

from __future__ import annotations

from app.hearings.operations import tell_outdated

JOBS = {"hearings.tell_outdated": tell_outdated}
