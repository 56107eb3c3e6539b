"""What follows at once from a change of this room's settings."""

from __future__ import annotations

from app.goals.models import RiskLevel
from app.goals.operations import draw_reviews_nearer
from app.people.models import User


def _review_sooner(by: User) -> None:
    draw_reviews_nearer(by=by)


FOLLOWERS = ((frozenset(f"review_{level.value}" for level in RiskLevel), _review_sooner),)
