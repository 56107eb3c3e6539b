"""What follows at once from a change of this room's settings."""

from __future__ import annotations

from app.people.models import User
from app.risks.operations import relevel_goals


def _level_anew(by: User) -> None:
    relevel_goals(by=by)


FOLLOWERS = ((frozenset({"risk_low_up_to", "risk_medium_up_to"}), _level_anew),)
