"""Findings set aside for a while, and how the register scored from week to week."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, now
from app.goals.models import Goal
from app.organisation.models import Unit
from app.people.models import User


class SetAside(Base):
    """That what a rule finds at a goal is left as it is until a day, and why. After that day it comes up by itself."""

    __tablename__ = "set_aside"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    goal_id: Mapped[int] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    code: Mapped[str] = mapped_column(sa.String(40))
    reason: Mapped[str] = mapped_column(sa.Text)
    until: Mapped[date] = mapped_column(index=True)
    by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    at: Mapped[datetime] = mapped_column(default=now)
    ended_at: Mapped[datetime | None]  # when it was taken back, or set aside anew

    goal: Mapped[Goal] = relationship()
    by: Mapped[User] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "set_aside"


class CheckScore(Base):
    """The score of a unit with all below it, or of the whole organisation (no unit), in the week of that Monday."""

    __tablename__ = "check_score"

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int | None] = mapped_column(sa.ForeignKey("unit.id"), index=True)
    on: Mapped[date]
    score: Mapped[Decimal]
    goals: Mapped[int]
    serious: Mapped[int]
    moderate: Mapped[int]
    notes: Mapped[int]

    unit: Mapped[Unit | None] = relationship()

    __table_args__ = (
        sa.UniqueConstraint("unit_id", "on"),
        # To a unique constraint two rows without a unit are two different ones.
        sa.Index("uq_check_score_whole", "on", unique=True, sqlite_where=sa.text("unit_id IS NULL"),
                 postgresql_where=sa.text("unit_id IS NULL")),
        sa.CheckConstraint("score BETWEEN 0 AND 100", name="score_on_scale"),
    )  # fmt: skip
    __event_name__ = "check_score"
    __own_trail__ = True  # each row says what was found when, and is never changed
