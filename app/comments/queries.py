"""Finding comments. Text for one side is kept from everybody else here, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from app.comments.models import Comment, Visibility
from app.core.db import session
from app.goals.models import Goal
from app.goals.queries import find_goal
from app.organisation.models import Committee, Seat, Side
from app.organisation.standing import standing_of
from app.organisation.viewers import holds_seat
from app.people.models import Role, User


@dataclass
class Thread:
    """A comment and the replies under it, oldest first."""

    first: Comment
    replies: list[Comment] = field(default_factory=list)


def visible_to(user: User) -> sa.Select[Comment]:
    """The comments that a person may read: those to all, and those to a circle that the person sits in."""
    seats = standing_of(user).seats
    circles: list[sa.ColumnElement[bool]] = [Comment.visibility == Visibility.ALL]
    for seat in seats:
        circles.append(sa.and_(Comment.visibility == Visibility.COMMITTEE, Comment.committee_id == seat.committee_id))
        if seat.side is not None:
            circles.append(
                sa.and_(
                    Comment.visibility == Visibility.SIDE,
                    Comment.committee_id == seat.committee_id,
                    Comment.audience_side == seat.side,
                )
            )
    return sa.select(Comment).where(sa.or_(*circles))


def threads_of(user: User, goal: Goal) -> list[Thread]:
    """The conversation about a goal as that person may read it, the newest thread first. Three queries."""
    wanted = (
        visible_to(user)
        .where(Comment.goal_id == goal.id)
        .options(joinedload(Comment.author), joinedload(Comment.committee), selectinload(Comment.earlier))
        .order_by(Comment.id)
    )
    threads: dict[int, Thread] = {}
    for comment in session().scalars(wanted):
        if comment.parent_id is None:
            threads[comment.id] = Thread(comment)
        elif comment.parent_id in threads:
            threads[comment.parent_id].replies.append(comment)
    return list(reversed(threads.values()))


def count_for(user: User, goal: Goal) -> int:
    """How many comments and replies that person may read."""
    readable = visible_to(user).where(Comment.goal_id == goal.id).with_only_columns(sa.func.count())
    return session().scalar(readable) or 0


def find_comment(user: User, *, goal_id: int, comment_id: int) -> Comment | None:
    """A comment, looked up inside a goal that the person can see; None where the person may not read it."""
    goal = find_goal(user, goal_id=goal_id)
    if goal is None:
        return None
    wanted = visible_to(user).where(Comment.id == comment_id, Comment.goal_id == goal.id)
    return session().scalar(
        wanted.options(joinedload(Comment.author), joinedload(Comment.parent), joinedload(Comment.goal))
    )


def get_committee(committee_id: int) -> Committee | None:
    return session().get(Committee, committee_id)


def people_in(committee_id: int, side: Side | None) -> set[int]:
    """The keys of those who sit in a committee, or on one side of it, today. Administrators are none of them."""
    wanted = (
        sa.select(Seat.user_id)
        .join(User, User.id == Seat.user_id)
        .where(Seat.committee_id == committee_id, holds_seat(Seat.user_id), User.role != Role.ADMINISTRATOR)
    )
    if side is not None:
        wanted = wanted.where(Seat.side == side)
    return {key for key in session().scalars(wanted) if key is not None}


def authors_in(comment: Comment) -> set[int]:
    """The keys of those who have written in the thread that a comment belongs to."""
    first = comment.parent_id or comment.id
    wanted = sa.select(Comment.author_id).where(sa.or_(Comment.id == first, Comment.parent_id == first))
    return set(session().scalars(wanted))
