"""Who is told about an assessment."""

from __future__ import annotations

from app.core.operation import tell
from app.goals.notices import people_of
from app.people.models import User
from app.risks.models import Acceptance, Assessment


def tell_of_finished(assessment: Assessment, *, by: User) -> None:
    """Those who answer for the goal, and those who took part."""
    told = people_of(assessment.goal) | {one.user_id for one in assessment.participants}
    for user_id in sorted(told):
        tell(user_id, "assessment.finished", thing=assessment, about=assessment.goal, by=by)


def tell_of_acceptance(acceptance: Acceptance, code: str, newest: Assessment | None, *, by: User) -> None:
    """Those who answer for the goal, who accepted, and those of both sides who took part in the newest assessment."""
    goal = acceptance.strain.goal
    told = people_of(goal) | {acceptance.accepted_by_id}
    told |= {one.user_id for one in newest.participants} if newest is not None else set()
    for user_id in sorted(told):
        tell(user_id, code, thing=acceptance, about=goal, by=by, strain=acceptance.strain.title)
