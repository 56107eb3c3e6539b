"""Who is told about a comment: only those who may read it, and never with its text."""

from __future__ import annotations

from app.comments.models import Comment
from app.core.operation import tell
from app.goals.models import Goal
from app.goals.notices import people_of
from app.people.models import User


def tell_readers(
    comment: Comment, goal: Goal, code: str, *, thread: set[int], circle: set[int] | None, by: User
) -> None:
    """Tell those who answer for the goal and those in the thread, as far as they are in the comment's circle.

    `thread` and `circle` are keys of people; a circle of None is everyone."""
    interested = people_of(goal) | thread
    if circle is not None:
        interested &= circle
    for user_id in sorted(interested):
        tell(user_id, code, thing=comment, about=goal, by=by)
