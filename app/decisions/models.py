"""What was recorded at meetings. An outcome on a goal is written to the goal in the same transaction."""

from __future__ import annotations

import enum
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.actions.models import Action
from app.balances.models import Reading
from app.core.db import Base, code, now
from app.goals.models import Goal
from app.hearings.models import Hearing
from app.meetings.models import Item, Meeting
from app.organisation.models import Committee
from app.people.models import User


class OutcomeKind(enum.StrEnum):
    """Taken note of; a decision in words; the four decisions on a goal; what follows from it; and to or from others."""

    NOTED = "noted"
    DECIDED = "decided"
    KEEP = "keep"
    ADJUST = "adjust"
    HEAR_AGAIN = "hear_again"
    RETIRE = "retire"
    PLACEMENT = "placement"
    ACTION = "action"
    NEXT_REVIEW = "next_review"
    LIFT = "lift"
    ANSWER = "answer"
    CARRIED = "carried"


ON_A_GOAL = frozenset({OutcomeKind.KEEP, OutcomeKind.ADJUST, OutcomeKind.HEAR_AGAIN, OutcomeKind.RETIRE})
DECISIONS = frozenset({OutcomeKind.DECIDED, OutcomeKind.ANSWER, *ON_A_GOAL})  # what the log of decisions lists


class Outcome(Base):
    """One thing that was recorded on an item. `key` is made where it was typed, so that what is sent twice is kept
    once."""

    __tablename__ = "outcome"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    committee_id: Mapped[int] = mapped_column(sa.ForeignKey("committee.id"), index=True)
    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    item_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting_item.id"), index=True)
    goal_id: Mapped[int | None] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    kind: Mapped[OutcomeKind] = mapped_column(code(OutcomeKind), index=True)
    words: Mapped[str] = mapped_column(sa.Text, default="")
    key: Mapped[str] = mapped_column(sa.String(36))
    reading_id: Mapped[int | None] = mapped_column(sa.ForeignKey("reading.id"), index=True)
    action_id: Mapped[int | None] = mapped_column(sa.ForeignKey("action.id"), index=True)
    hearing_id: Mapped[int | None] = mapped_column(sa.ForeignKey("hearing.id"), index=True)
    next_review_on: Mapped[date | None]
    other_item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting_item.id"), index=True)  # lifted, answered
    recorded_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    recorded_at: Mapped[datetime] = mapped_column(default=now)
    withdrawn_at: Mapped[datetime | None]  # recorded by mistake; only words can be taken back

    committee: Mapped[Committee] = relationship()
    meeting: Mapped[Meeting] = relationship()
    item: Mapped[Item] = relationship(foreign_keys=[item_id])
    other_item: Mapped[Item | None] = relationship(foreign_keys=[other_item_id])
    goal: Mapped[Goal | None] = relationship()
    reading: Mapped[Reading | None] = relationship()
    action: Mapped[Action | None] = relationship()
    hearing: Mapped[Hearing | None] = relationship()
    recorded_by: Mapped[User] = relationship()

    __table_args__ = (sa.UniqueConstraint("meeting_id", "key"),)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "outcome"
    __secret__ = frozenset({"key"})

    def __str__(self) -> str:
        return str(self.item)
