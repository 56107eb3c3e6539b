"""Unintended effects of a goal, as somebody saw them, and what was answered."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, code, now
from app.goals.models import Goal
from app.organisation.models import Side
from app.people.models import User


class Effect(Base):
    """One effect that somebody reported. Everybody who sees the goal reads it; it is never taken away."""

    __tablename__ = "effect"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    goal_id: Mapped[int] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    words: Mapped[str] = mapped_column(sa.Text)
    reported_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    reported_at: Mapped[datetime] = mapped_column(default=now)
    side: Mapped[Side | None] = mapped_column(code(Side))  # on which side the one who reported it stood
    answer: Mapped[str] = mapped_column(sa.Text, default="")
    answered_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"), index=True)
    answered_at: Mapped[datetime | None] = mapped_column(index=True)

    goal: Mapped[Goal] = relationship()
    reported_by: Mapped[User] = relationship(foreign_keys=[reported_by_id])
    answered_by: Mapped[User | None] = relationship(foreign_keys=[answered_by_id])

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "effect"
    __secret__ = frozenset({"words", "answer"})  # read on the goal, not in its history
