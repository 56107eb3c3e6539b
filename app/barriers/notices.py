"""Who is told about a barrier, and never with its words."""

from __future__ import annotations

from app.barriers.models import Barrier
from app.core.operation import tell
from app.goals.notices import people_of
from app.people.models import User


def tell_responsible(barrier: Barrier, *, by: User) -> None:
    for user_id in sorted(people_of(barrier.goal)):
        _tell(user_id, "barrier.reported", barrier, by)


def tell_owner(barrier: Barrier, *, by: User) -> None:
    if barrier.owner_id is not None:
        _tell(barrier.owner_id, "barrier.assigned", barrier, by)


def tell_concerned(barrier: Barrier, code: str, *, by: User) -> None:
    """Tell who reported it, who takes it away and who answers for the goal; each once."""
    concerned = {barrier.reported_by_id, *people_of(barrier.goal)}
    for user_id in sorted(concerned | ({barrier.owner_id} if barrier.owner_id else set())):
        _tell(user_id, code, barrier, by)


def _tell(user_id: int, code: str, barrier: Barrier, by: User) -> None:
    tell(user_id, code, thing=barrier, about=barrier.goal, by=by)
