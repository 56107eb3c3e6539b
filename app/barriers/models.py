"""Barriers to good work around a goal, as somebody saw them, and what became of them."""

from __future__ import annotations

import enum
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, code, now
from app.goals.models import Goal
from app.organisation.models import Side
from app.people.models import User


class BarrierKind(enum.StrEnum):
    """What kind of thing stands in the way."""

    PROCEDURES = "procedures"
    ORGANISATION = "organisation"
    JOB_DESIGN = "job_design"
    MEASURING = "measuring"
    SYSTEMS = "systems"
    OTHER = "other"


class BarrierStatus(enum.StrEnum):
    OPEN = "open"
    REMOVED = "removed"
    STAYS = "stays"


class Barrier(Base):
    """One barrier that somebody reported. Everybody who sees the goal reads it; it is never deleted.

    What was once said of a removal or of why it stays is kept when the barrier is taken up again."""

    __tablename__ = "barrier"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    goal_id: Mapped[int] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    words: Mapped[str] = mapped_column(sa.Text)
    kind: Mapped[BarrierKind] = mapped_column(code(BarrierKind))
    reported_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    reported_at: Mapped[datetime] = mapped_column(default=now)
    side: Mapped[Side | None] = mapped_column(code(Side))  # on which side the one who reported it stood

    owner_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"), index=True)  # who takes it away
    due_on: Mapped[date | None] = mapped_column(index=True)
    status: Mapped[BarrierStatus] = mapped_column(code(BarrierStatus), default=BarrierStatus.OPEN, index=True)
    removed_on: Mapped[date | None]
    how: Mapped[str] = mapped_column(sa.Text, default="")  # what was done to remove it
    reason: Mapped[str] = mapped_column(sa.Text, default="")  # why it stays

    goal: Mapped[Goal] = relationship()
    reported_by: Mapped[User] = relationship(foreign_keys=[reported_by_id])
    owner: Mapped[User | None] = relationship(foreign_keys=[owner_id])

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "barrier"
    __secret__ = frozenset({"words", "how", "reason"})  # read on the goal, not in its history

    @property
    def is_open(self) -> bool:
        return self.status is BarrierStatus.OPEN
