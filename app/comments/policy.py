"""Who may say what."""

from __future__ import annotations

from app.comments.models import Comment
from app.comments.rules import may_still_edit
from app.core.access import rule
from app.core.clock import now
from app.core.languages import lazy
from app.goals.models import Goal
from app.people.models import Role, User


@rule(lazy("Everyone who can see the goal can comment on it, except administrators."))
def may_comment(user: User, _goal: Goal) -> bool:
    return user.role is not Role.ADMINISTRATOR


@rule(lazy("Everyone who can read the comment can reply to it, except administrators."))
def may_reply(user: User, _comment: Comment) -> bool:
    return user.role is not Role.ADMINISTRATOR


@rule(lazy("Only the one who wrote a comment can edit it, and only for the first 15 minutes."))
def may_edit(user: User, comment: Comment) -> bool:
    return comment.author_id == user.id and may_still_edit(comment.created_at, now())
