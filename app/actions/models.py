"""Actions, what each treats, and whether it worked. An experiment is an action with a from and a to."""

from __future__ import annotations

import enum
from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, code, now
from app.goals.models import Goal, Strain
from app.organisation.models import Unit
from app.people.models import User


class ActionKind(enum.StrEnum):
    ACTION = "action"
    EXPERIMENT = "experiment"


class ActionStatus(enum.StrEnum):
    """Done is not closed: an action is closed by its effect check."""

    PLANNED = "planned"
    UNDERWAY = "underway"
    DONE = "done"
    CLOSED = "closed"
    DROPPED = "dropped"


class Step(enum.StrEnum):
    """The general principles of prevention (BEK 65 of 22 January 2024, annex 1) as steps for
    a goal, the highest first."""

    CHANGE_GOAL = "change_goal"
    MOVE_TO_TEAM = "move_to_team"
    ADJUST = "adjust"
    SUPPORT = "support"
    TRAIN = "train"


class Worked(enum.StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


OPEN = (ActionStatus.PLANNED, ActionStatus.UNDERWAY)  # something is still to be done
UNCHECKED = (*OPEN, ActionStatus.DONE)  # the effect is not checked yet


class Action(Base):
    """One action. It treats goals and strains, and belongs to the unit in which it is done."""

    __tablename__ = "action"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    kind: Mapped[ActionKind] = mapped_column(code(ActionKind), default=ActionKind.ACTION)
    title: Mapped[str] = mapped_column(sa.String(300))
    how: Mapped[str] = mapped_column(sa.Text, default="")
    step: Mapped[Step | None] = mapped_column(code(Step))
    step_reason: Mapped[str] = mapped_column(sa.Text, default="")  # why not a higher step
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey("unit.id"), index=True)
    responsible_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"), index=True)
    status: Mapped[ActionStatus] = mapped_column(code(ActionStatus), default=ActionStatus.PLANNED, index=True)
    progress: Mapped[int] = mapped_column(default=0)  # per cent
    progress_words: Mapped[str] = mapped_column(sa.Text, default="")
    due_on: Mapped[date | None] = mapped_column(index=True)
    done_on: Mapped[date | None]
    settled_at: Mapped[datetime | None]  # when it was last said that it is done, or whether it worked
    dropped_reason: Mapped[str] = mapped_column(sa.Text, default="")

    check_on: Mapped[date | None] = mapped_column(index=True)  # when to look whether it worked
    worked: Mapped[Worked | None] = mapped_column(code(Worked))
    check_words: Mapped[str] = mapped_column(sa.Text, default="")  # what shows that
    checked_on: Mapped[date | None]
    checked_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"), index=True)

    # An experiment only.
    hypothesis: Mapped[str] = mapped_column(sa.Text, default="")
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    measure: Mapped[str] = mapped_column(sa.String(300), default="")
    measure_unit: Mapped[str] = mapped_column(sa.String(60), default="")
    value_before: Mapped[Decimal | None]
    value_after: Mapped[Decimal | None]
    no_figure: Mapped[str] = mapped_column(sa.Text, default="")  # why there is no value after it
    learned: Mapped[str] = mapped_column(sa.Text, default="")

    created_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(default=now)

    unit: Mapped[Unit] = relationship()
    responsible: Mapped[User | None] = relationship(foreign_keys=[responsible_id])
    checked_by: Mapped[User | None] = relationship(foreign_keys=[checked_by_id])
    created_by: Mapped[User] = relationship(foreign_keys=[created_by_id])
    goals: Mapped[list[Goal]] = relationship(secondary="action_goal", order_by="Goal.number")
    strains: Mapped[list[Strain]] = relationship(secondary="action_strain", order_by="Strain.id")
    # Those of the strains that somebody may read of; only to be read where a query has said for whom.
    shown_strains: Mapped[list[Strain]] = relationship(
        secondary="action_strain", order_by="Strain.id", viewonly=True, lazy="raise"
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __table_args__ = (
        sa.CheckConstraint("progress BETWEEN 0 AND 100", name="progress_per_cent"),
        sa.CheckConstraint(
            "status <> 'closed' OR (worked IS NOT NULL AND checked_on IS NOT NULL)", name="closed_by_its_check"
        ),
        sa.CheckConstraint("status <> 'done' OR check_on IS NOT NULL", name="done_waits_for_its_check"),
    )
    __event_name__ = "action"

    @property
    def is_experiment(self) -> bool:
        return self.kind is ActionKind.EXPERIMENT

    def has_begun(self, day: date) -> bool:
        """Whether an experiment runs already, or is done."""
        return self.status not in OPEN or (self.from_on is not None and self.from_on <= day)

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    def is_overdue(self, day: date) -> bool:
        """Whether the work should have been done by that day."""
        return self.is_open and self.due_on is not None and self.due_on < day

    def is_check_overdue(self, day: date) -> bool:
        return self.status is ActionStatus.DONE and self.check_on is not None and self.check_on < day

    def search_text(self) -> str:
        """Everything that free text may find the action by."""
        return "\n".join([self.title, self.how, self.hypothesis, self.measure, self.learned, self.check_words])

    def __str__(self) -> str:
        return self.title


class ActionGoal(Base):
    """That an action treats a goal."""

    __tablename__ = "action_goal"

    action_id: Mapped[int] = mapped_column(sa.ForeignKey("action.id"), primary_key=True)
    goal_id: Mapped[int] = mapped_column(sa.ForeignKey("goal.id"), primary_key=True, index=True)

    __event_name__ = "action_goal"


class ActionStrain(Base):
    """That an action treats a strain of a goal. The strain's goal is then among the action's goals as well."""

    __tablename__ = "action_strain"

    action_id: Mapped[int] = mapped_column(sa.ForeignKey("action.id"), primary_key=True)
    # A strain that its draft no longer speaks of is gone; the action stays.
    strain_id: Mapped[int] = mapped_column(sa.ForeignKey("strain.id", ondelete="CASCADE"), primary_key=True, index=True)

    __event_name__ = "action_strain"
