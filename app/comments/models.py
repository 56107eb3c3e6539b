"""Comments in threads, what stood in them before they were edited, and the answers that settle them."""

from __future__ import annotations

import enum
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, code, now
from app.goals.models import Goal
from app.organisation.models import Committee, Side
from app.people.models import User


class CommentKind(enum.StrEnum):
    QUESTION = "question"
    CONCERN = "concern"
    PROPOSAL = "proposal"
    SUPPORT = "support"
    NOTE = "note"
    REPLY = "reply"
    ANSWER = "answer"


class Visibility(enum.StrEnum):
    ALL = "all"
    COMMITTEE = "committee"
    SIDE = "side"


class Comment(Base):
    """A comment on a goal, or a reply or an answer in its thread. Who may read it is said by visibility, committee and
    audience_side; a reply always has the same three as the comment it stands under."""

    __tablename__ = "comment"

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(sa.ForeignKey("comment.id"), index=True)
    kind: Mapped[CommentKind] = mapped_column(code(CommentKind))
    body: Mapped[str] = mapped_column(sa.Text)
    visibility: Mapped[Visibility] = mapped_column(code(Visibility), default=Visibility.ALL)
    committee_id: Mapped[int | None] = mapped_column(sa.ForeignKey("committee.id"), index=True)
    audience_side: Mapped[Side | None] = mapped_column(code(Side))
    author_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    author_side: Mapped[Side | None] = mapped_column(code(Side))
    author_mandate: Mapped[str] = mapped_column(sa.String(30), default="")
    created_at: Mapped[datetime] = mapped_column(default=now)
    edited_at: Mapped[datetime | None]
    # Of a question, concern or proposal: since when it has waited for the other side's answer.
    open_since: Mapped[datetime | None] = mapped_column(index=True)

    goal: Mapped[Goal] = relationship()
    author: Mapped[User] = relationship()
    committee: Mapped[Committee | None] = relationship()
    parent: Mapped[Comment | None] = relationship(remote_side=[id])
    earlier: Mapped[list[CommentEdit]] = relationship(order_by="CommentEdit.id")
    answer: Mapped[Answer | None] = relationship(back_populates="words", foreign_keys="Answer.words_id")

    __table_args__ = (
        sa.CheckConstraint(
            "(visibility = 'all' AND committee_id IS NULL AND audience_side IS NULL)"
            " OR (visibility = 'committee' AND committee_id IS NOT NULL AND audience_side IS NULL)"
            " OR (visibility = 'side' AND committee_id IS NOT NULL AND audience_side IS NOT NULL)",
            name="audience_complete",
        ),
    )
    __event_name__ = "comment"
    __secret__ = frozenset({"body"})  # the history tells that someone spoke; what they said is read in the thread


class CommentEdit(Base):
    """What a comment said before its author edited it."""

    __tablename__ = "comment_edit"

    id: Mapped[int] = mapped_column(primary_key=True)
    comment_id: Mapped[int] = mapped_column(sa.ForeignKey("comment.id"), index=True)
    body: Mapped[str] = mapped_column(sa.Text)
    replaced_at: Mapped[datetime] = mapped_column(default=now)

    __event_name__ = "comment_edit"
    __secret__ = frozenset({"body"})


class Answer(Base):
    """That the other side answered a question, concern or proposal, and what the asker made of it.

    Its words stand in the thread as a comment of their own, so that they are read, edited and kept from others as the
    thread is. A thread that was taken up again has several answers, one after the other."""

    __tablename__ = "answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(sa.ForeignKey("comment.id"), index=True)
    words_id: Mapped[int] = mapped_column(sa.ForeignKey("comment.id"), unique=True)
    answered_at: Mapped[datetime] = mapped_column(default=now, index=True)
    waited_seconds: Mapped[int]  # from when the thread was opened to this answer
    accepted_at: Mapped[datetime | None]
    taken_up_at: Mapped[datetime | None]

    question: Mapped[Comment] = relationship(foreign_keys=[question_id])
    words: Mapped[Comment] = relationship(foreign_keys=[words_id], back_populates="answer")

    __table_args__ = (sa.CheckConstraint("waited_seconds >= 0", name="waited_not_negative"),)
    __event_name__ = "answer"
    __secret__ = frozenset({"question_id", "words_id"})  # comments have no name that the history could show
