"""Goals that pull against each other, as somebody marked them."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, now
from app.goals.models import Goal
from app.people.models import User

OPEN = sa.text("ended_on IS NULL")


class Tension(Base):
    """That two goals pull against each other. A pair has no first and no last: the one with the lower key stands first,
    so that a pair is open only once, whichever way round it was marked."""

    __tablename__ = "tension"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    goal_id: Mapped[int] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    other_id: Mapped[int] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    words: Mapped[str] = mapped_column(sa.Text)  # how they pull
    marked_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    marked_at: Mapped[datetime] = mapped_column(default=now)
    ended_on: Mapped[date | None] = mapped_column(index=True)
    ended_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"), index=True)
    ended_words: Mapped[str] = mapped_column(sa.Text, default="")

    goal: Mapped[Goal] = relationship(foreign_keys=[goal_id])
    other: Mapped[Goal] = relationship(foreign_keys=[other_id])
    marked_by: Mapped[User] = relationship(foreign_keys=[marked_by_id])
    ended_by: Mapped[User | None] = relationship(foreign_keys=[ended_by_id])

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __table_args__ = (
        sa.CheckConstraint("goal_id < other_id", name="lower_first"),
        sa.Index("uq_tension_open", "goal_id", "other_id", unique=True, sqlite_where=OPEN, postgresql_where=OPEN),
    )
    __event_name__ = "tension"
    __secret__ = frozenset({"words", "ended_words"})  # read where both goals are seen, not in the history of one

    def facing(self, goal: Goal) -> Goal:
        """The goal that pulls against this one."""
        return self.other if goal.id == self.goal_id else self.goal
