"""Who is told what about hearings and notices."""

from __future__ import annotations

from app.core.operation import tell
from app.goals.models import Goal
from app.goals.notices import people_of
from app.hearings.models import ControlNotice, Hearing
from app.organisation.queries import committees_over, sitting_in
from app.people.models import User


def tell_committee(hearing: Hearing, code: str, *, by: User | None) -> None:
    """Tell all who sit in the committee that is heard."""
    for user_id in sorted({one.user_id for one in sitting_in([hearing.committee_id or 0])}):
        tell(user_id, code, thing=hearing, about=hearing.goal, by=by)


def tell_all(hearing: Hearing, code: str, *, by: User | None) -> None:
    """Tell those who answer for the goal and all who sit in the committee."""
    told = people_of(hearing.goal) | {one.user_id for one in sitting_in([hearing.committee_id or 0])}
    for user_id in sorted(told):
        tell(user_id, code, thing=hearing, about=hearing.goal, by=by)


def tell_of_notice(notice: ControlNotice, goal: Goal, *, by: User) -> None:
    """Tell all who sit in a committee that covers the unit, and those who answer for the goal."""
    told = people_of(goal) | {one.user_id for one in sitting_in([c.id for c in committees_over(goal.unit)])}
    for user_id in sorted(told):
        tell(user_id, "control_notice.added", thing=notice, about=goal, by=by)
