"""Who may say what."""

from __future__ import annotations

from app.comments.answers import is_owed, settles
from app.comments.models import Answer, Comment
from app.comments.rules import may_still_edit
from app.core.access import rule
from app.core.clock import now
from app.core.languages import lazy
from app.goals.models import Goal
from app.organisation.sides import side_of
from app.people.models import Role, User


@rule(lazy("Everyone who can see the goal can comment on it, except administrators."))
def may_comment(user: User, _goal: Goal) -> bool:
    return user.role is not Role.ADMINISTRATOR


@rule(lazy("Everyone who can read the comment can write in its thread, except administrators."))
def may_reply(user: User, _comment: Comment) -> bool:
    return user.role is not Role.ADMINISTRATOR


@rule(lazy("Only the one who wrote a comment can edit it, and only for the first 15 minutes."))
def may_edit(user: User, comment: Comment) -> bool:
    return comment.author_id == user.id and may_still_edit(comment.created_at, now())


@rule(
    lazy("Only the other side can answer a question, a concern or a proposal. Others can write in the thread below it.")
)
def may_answer(user: User, comment: Comment) -> bool:
    if comment.author_id == user.id or not is_owed(comment.kind, comment.visibility):
        return False
    return settles(comment.author_side, side_of(user, comment.goal.unit))


@rule(lazy("Only the one who asked can accept the answer, as long as the thread is not taken up again."))
def may_accept(user: User, answer: Answer) -> bool:
    return answer.question.author_id == user.id and answer.taken_up_at is None


@rule(lazy("Only the one who asked can take the thread up again, and only once for each answer."))
def may_take_up(user: User, answer: Answer) -> bool:
    return answer.question.author_id == user.id and answer.taken_up_at is None
