"""Words and addresses of what one can follow."""

from __future__ import annotations

from app.core.languages import lazy
from app.people.models import FollowedKind

KINDS = {
    FollowedKind.GOAL: lazy("Goals"),
    FollowedKind.UNIT: lazy("Units"),
    FollowedKind.COMMITTEE: lazy("Committees"),
}
# Where a thing's page is, and what its key is called there.
ADDRESSES = {
    "goal": ("dossier.show", "goal_id"),
    "unit": ("organisation.show", "unit_id"),
    "committee": ("organisation.committee", "committee_id"),
}
