"""Words for what one can follow."""

from __future__ import annotations

from app.core.languages import lazy
from app.people.models import FollowedKind

KINDS = {
    FollowedKind.GOAL: lazy("Goals"),
    FollowedKind.UNIT: lazy("Units"),
    FollowedKind.COMMITTEE: lazy("Committees"),
}
