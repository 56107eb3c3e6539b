"""The verbs on comments."""

from __future__ import annotations

from app.comments.models import Comment, CommentEdit, CommentKind, Visibility
from app.comments.notices import tell_readers
from app.comments.queries import authors_in, people_in
from app.comments.rules import audience_of, circles, is_in, speaks_for
from app.core.clock import now
from app.core.db import session
from app.core.operation import operation, record
from app.goals.models import Goal
from app.organisation.models import Side
from app.organisation.standing import standing_of
from app.people.models import User


class NotYourCircle(ValueError):
    """One can write only to circles that one sits in."""


@operation("comment.added")
def add_comment(
    goal: Goal,
    *,
    by: User,
    kind: CommentKind,
    body: str,
    visibility: Visibility = Visibility.ALL,
    committee_id: int | None = None,
) -> Comment:
    """Say something about a goal. NotYourCircle when it is meant for a committee or side that the author is not of."""
    side = _own_side(goal, by, visibility, committee_id)
    comment = _said(goal, by=by, kind=kind, body=body)
    comment.visibility, comment.audience_side = visibility, side
    comment.committee_id = None if visibility is Visibility.ALL else committee_id
    session().add(comment)
    record("comment.added", comment, by=by, about=goal, audience=_audience(comment))
    _tell(comment, goal, "comment.added", by)
    return comment


def _own_side(goal: Goal, by: User, visibility: Visibility, committee_id: int | None) -> Side | None:
    if visibility is Visibility.ALL:
        return None
    for _value, seat, circle in circles(standing_of(by), goal.unit):
        if circle is visibility and seat.committee_id == committee_id:
            return seat.side if visibility is Visibility.SIDE else None
    raise NotYourCircle(committee_id)


def _said(goal: Goal, *, by: User, kind: CommentKind, body: str) -> Comment:
    seat = speaks_for(standing_of(by), goal.unit)
    return Comment(
        goal_id=goal.id,
        author_id=by.id,
        kind=kind,
        body=body,
        created_at=now(),
        author_side=seat.side if seat else None,
        author_mandate=seat.mandate.value if seat else "",
    )


def _audience(comment: Comment) -> str | None:
    return audience_of(comment.visibility, comment.committee_id, comment.audience_side)


def _tell(comment: Comment, goal: Goal, code: str, by: User) -> None:
    circle = None if comment.committee_id is None else people_in(comment.committee_id, comment.audience_side)
    tell_readers(comment, goal, code, thread=authors_in(comment), circle=circle, by=by)


@operation("comment.replied")
def reply_to(comment: Comment, *, by: User, body: str) -> Comment:
    """Reply in a comment's thread; the reply is for exactly those who can read the comment."""
    if not is_in(standing_of(by), _audience(comment)):
        raise NotYourCircle(comment.committee_id)
    reply = _said(comment.goal, by=by, kind=CommentKind.REPLY, body=body)
    reply.parent_id = comment.parent_id or comment.id
    reply.visibility, reply.committee_id, reply.audience_side = (
        comment.visibility,
        comment.committee_id,
        comment.audience_side,
    )
    session().add(reply)
    record("comment.replied", reply, by=by, about=comment.goal, audience=_audience(comment))
    _tell(reply, comment.goal, "comment.replied", by)
    return reply


@operation("comment.edited")
def edit_comment(comment: Comment, *, by: User, body: str) -> None:
    """Put other words; what stood there before stays with the comment."""
    if body == comment.body:
        return
    session().add(CommentEdit(comment_id=comment.id, body=comment.body, replaced_at=now()))
    comment.body, comment.edited_at = body, now()
    record("comment.edited", comment, by=by, about=comment.goal, audience=_audience(comment))
