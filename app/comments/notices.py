"""Who is told about a comment: only those who may read it, and never with its text."""

from __future__ import annotations

from app.comments.models import Comment
from app.comments.queries import authors_in, people_in
from app.core.operation import tell
from app.goals.models import Goal
from app.goals.notices import people_of
from app.people.models import User


def tell_readers(comment: Comment, goal: Goal, code: str, *, by: User) -> None:
    """Tell those who answer for the goal and those in the thread, as far as they are in the comment's circle."""
    interested = people_of(goal) | authors_in(comment)
    if comment.committee_id is not None:
        interested &= people_in(comment.committee_id, comment.audience_side)
    for user_id in sorted(interested):
        tell(user_id, code, thing=comment, about=goal, by=by)
