"""Hearings with the version that was heard, each side's answer, briefings, and notices of control measures."""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, code, now
from app.goals.models import Goal
from app.organisation.models import Committee, Side
from app.people.models import User


class Stage(enum.StrEnum):
    """Not sought: nobody was asked, and it is said why. Withdrawn: opened by mistake, or too early."""

    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    NOT_SOUGHT = "not_sought"


class Position(enum.StrEnum):
    SUPPORTS = "supports"
    REMARKS = "remarks"
    OBJECTS = "objects"


class Outcome(enum.StrEnum):
    """What the management does with what it heard."""

    UNCHANGED = "unchanged"
    ADJUSTED = "adjusted"
    DROPPED = "dropped"


class Hearing(Base):
    """One goal before one committee. `frozen` is the version that is heard; `substance` its digest."""

    __tablename__ = "hearing"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    goal_id: Mapped[int] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    committee_id: Mapped[int | None] = mapped_column(sa.ForeignKey("committee.id"), index=True)
    stage: Mapped[Stage] = mapped_column(code(Stage), default=Stage.OPEN, index=True)
    opened_on: Mapped[date]
    opened_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    deadline: Mapped[date | None] = mapped_column(index=True)
    question: Mapped[str] = mapped_column(sa.Text, default="")
    frozen: Mapped[dict[str, Any]] = mapped_column(default=dict)
    substance: Mapped[str] = mapped_column(sa.String(64))
    ended_on: Mapped[date | None]
    ended_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))
    outcome: Mapped[Outcome | None] = mapped_column(code(Outcome))
    words: Mapped[str] = mapped_column(sa.Text, default="")  # of the outcome, or why withdrawn or not sought
    silence: Mapped[str] = mapped_column(sa.Text, default="")  # why one went on although a side did not answer
    outdated_told_on: Mapped[date | None]  # when the committee was told that the goal had changed since

    goal: Mapped[Goal] = relationship()
    committee: Mapped[Committee | None] = relationship()
    opened_by: Mapped[User] = relationship(foreign_keys=[opened_by_id])
    ended_by: Mapped[User | None] = relationship(foreign_keys=[ended_by_id])
    answers: Mapped[list[HearingAnswer]] = relationship(order_by="HearingAnswer.side", back_populates="hearing")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __table_args__ = (
        sa.CheckConstraint("stage = 'not_sought' OR (committee_id IS NOT NULL AND deadline IS NOT NULL)", name="asked"),
    )
    __event_name__ = "hearing"
    __secret__ = frozenset({"frozen", "substance", "outdated_told_on"})

    @property
    def is_open(self) -> bool:
        return self.stage is Stage.OPEN

    def answer_of(self, side: Side) -> HearingAnswer | None:
        return next((answer for answer in self.answers if answer.side is side), None)

    @property
    def silent(self) -> list[Side]:
        """The sides that have not answered, or not said that what the other side wrote down for them is right."""
        confirmed = {answer.side for answer in self.answers if answer.is_confirmed}
        return [side for side in Side if side not in confirmed]

    def may_end(self, today: date) -> bool:
        """Whether it can be closed: after the deadline, or before it when both sides say that their answer is final."""
        settled = not self.silent and all(answer.is_final for answer in self.answers)
        return self.is_open and (settled or not self.takes_answers(today))

    def takes_answers(self, today: date) -> bool:
        """Whether an answer can still be given or changed: to the end of the day of the deadline."""
        return self.is_open and self.deadline is not None and today <= self.deadline


class HearingAnswer(Base):
    """What one side says. Anyone who sits on the side may give or change it until the deadline."""

    __tablename__ = "hearing_answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    hearing_id: Mapped[int] = mapped_column(sa.ForeignKey("hearing.id"), index=True)
    side: Mapped[Side] = mapped_column(code(Side))
    position: Mapped[Position] = mapped_column(code(Position))
    words: Mapped[str] = mapped_column(sa.Text, default="")
    given_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    given_at: Mapped[datetime] = mapped_column(default=now)
    is_final: Mapped[bool] = mapped_column(default=False)  # the side agrees that the hearing closes before the deadline
    # False where somebody of the other side wrote it down from a meeting, and the side has not said so itself.
    is_confirmed: Mapped[bool] = mapped_column(default=True)
    meeting_on: Mapped[date | None]  # where it was said at a meeting and recorded from there

    hearing: Mapped[Hearing] = relationship(back_populates="answers")
    given_by: Mapped[User] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __table_args__ = (sa.UniqueConstraint("hearing_id", "side"),)
    __event_name__ = "hearing_answer"


class Phase(enum.StrEnum):
    """Before: what will be measured and why. After: what came out of it."""

    BEFORE = "before"
    AFTER = "after"


class Briefing(Base):
    """That something was told to the committee and to the staff group measured; half done until both have heard it."""

    __tablename__ = "briefing"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    goal_id: Mapped[int] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    phase: Mapped[Phase] = mapped_column(code(Phase))
    told: Mapped[str] = mapped_column(sa.Text, default="")
    committee_id: Mapped[int | None] = mapped_column(sa.ForeignKey("committee.id"), index=True)
    committee_on: Mapped[date | None]
    group_on: Mapped[date | None]
    group_how: Mapped[str] = mapped_column(sa.String(300), default="")
    substance: Mapped[str] = mapped_column(sa.String(64))
    recorded_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)

    goal: Mapped[Goal] = relationship()
    committee: Mapped[Committee | None] = relationship()
    recorded_by: Mapped[User] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "briefing"
    __secret__ = frozenset({"substance"})

    @property
    def is_half_done(self) -> bool:
        return (self.committee_on is None) != (self.group_on is None)


class ControlNotice(Base):
    """A notice of a control measure, with what agreements and data protection ask that people are told beforehand."""

    __tablename__ = "control_notice"

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    given_on: Mapped[date]
    starts_on: Mapped[date]
    purpose: Mapped[str] = mapped_column(sa.Text)
    grounds: Mapped[str] = mapped_column(sa.Text)
    recorded: Mapped[str] = mapped_column(sa.Text)
    used_for: Mapped[str] = mapped_column(sa.Text)
    seen_by: Mapped[str] = mapped_column(sa.Text)
    storage: Mapped[str] = mapped_column(sa.Text)
    controller: Mapped[str] = mapped_column(sa.String(300))
    legal_basis: Mapped[str] = mapped_column(sa.Text)
    contact: Mapped[str] = mapped_column(sa.Text)
    discussed: Mapped[str] = mapped_column(sa.Text, default="")
    given_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)

    goal: Mapped[Goal] = relationship()
    given_by: Mapped[User] = relationship()

    __table_args__ = (sa.CheckConstraint("starts_on >= given_on", name="begins_after"),)
    __event_name__ = "control_notice"

    def __str__(self) -> str:
        return self.given_on.isoformat()
