"""Who is told about a comment: only those who may read it, and never with its text."""

from __future__ import annotations

from app.comments.models import Answer, Comment
from app.core.operation import tell
from app.goals.models import Goal
from app.people.models import User


def tell_readers(
    comment: Comment, goal: Goal, code: str, *, interested: set[int], circle: set[int] | None, by: User
) -> None:
    """Tell those who take part, as far as they are in the comment's circle.

    `interested` and `circle` are keys of people; a circle of None is everyone."""
    for user_id in sorted(interested if circle is None else interested & circle):
        tell(user_id, code, thing=comment, about=goal, by=by)


def tell_of_answer(answer: Answer, code: str, user_id: int, *, circle: set[int] | None, by: User) -> None:
    """Tell one person what became of an answer, unless they have left its circle."""
    if circle is None or user_id in circle:
        tell(user_id, code, thing=answer, about=answer.question.goal, by=by)
