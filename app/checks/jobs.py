"""Keeping the score of every week."""

from __future__ import annotations

from app.checks.operations import keep_scores
from app.core.jobs import Job

JOBS: dict[str, Job] = {"checks.keep_scores": keep_scores}
