"""Who is told about an assessment."""

from __future__ import annotations

from app.core.operation import tell
from app.goals.notices import people_of
from app.people.models import User
from app.risks.models import Assessment


def tell_of_finished(assessment: Assessment, *, by: User) -> None:
    """Those who answer for the goal, and those who took part."""
    told = people_of(assessment.goal) | {one.user_id for one in assessment.participants}
    for user_id in sorted(told):
        tell(user_id, "assessment.finished", thing=assessment, about=assessment.goal, by=by)
