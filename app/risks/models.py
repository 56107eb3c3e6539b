"""Assessments of a goal and their ratings of its strains.

A strain is a stable line of the goal; each assessment rates it anew. Probability and consequence run from 1 to 5.
"""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, code, now
from app.goals.models import Aspect, Goal, Strain
from app.organisation.models import Side
from app.people.models import User


class Factor(enum.StrEnum):
    """Factors that the order on psychosocial work environment (BEK 1406 of 26 September 2020, chapter 3) names, and the
    rest that its section 5 covers."""

    WORKLOAD = "workload"
    UNCLEAR_DEMANDS = "unclear_demands"
    EMOTIONAL_DEMANDS = "emotional_demands"
    OFFENSIVE_BEHAVIOUR = "offensive_behaviour"
    VIOLENCE = "violence"
    OTHER = "other"


class Prevention(enum.StrEnum):
    """The six areas of prevention that the same order and its guideline name."""

    PLANNING = "planning"
    TRAINING = "training"
    SUPPORT = "support"
    INFLUENCE = "influence"
    INDIVIDUAL = "individual"
    VULNERABLE = "vulnerable"


class Verdict(enum.StrEnum):
    PREVENTED = "prevented"
    TIPPING = "tipping"
    INSUFFICIENT = "insufficient"


class Certainty(enum.StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Ending(enum.StrEnum):
    """Why an acceptance is over."""

    RENEWED = "renewed"
    WITHDRAWN = "withdrawn"
    LOWERED = "lowered"
    GROWN = "grown"


class Assessment(Base):
    """One dated assessment of one goal. Draft until finished; a finished one is never changed."""

    __tablename__ = "assessment"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    goal_id: Mapped[int] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    assessed_on: Mapped[date]
    finished_at: Mapped[datetime | None]
    # What the goal was when it was assessed; the assessment is outdated once the goal's substance differs.
    substance: Mapped[str] = mapped_column(sa.String(64), default="")
    frozen: Mapped[dict[str, Any] | None]  # the version that was assessed; None for those finished before it was kept
    factors: Mapped[list[str]] = mapped_column(default=list)
    extent: Mapped[str] = mapped_column(sa.Text, default="")
    nature: Mapped[str] = mapped_column(sa.Text, default="")
    certainty: Mapped[Certainty | None] = mapped_column(code(Certainty))
    no_influence_reason: Mapped[str] = mapped_column(sa.Text, default="")
    verdict: Mapped[Verdict | None] = mapped_column(code(Verdict))
    verdict_reason: Mapped[str] = mapped_column(sa.Text, default="")  # why people overruled what the lines say
    created_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)

    goal: Mapped[Goal] = relationship()
    created_by: Mapped[User] = relationship()
    participants: Mapped[list[Participant]] = relationship(cascade="all, delete-orphan", order_by="Participant.id")
    gains: Mapped[list[Gain]] = relationship(cascade="all, delete-orphan", order_by="Gain.id")
    ratings: Mapped[list[Rating]] = relationship(cascade="all, delete-orphan", order_by="Rating.id")
    measures: Mapped[list[Measure]] = relationship(cascade="all, delete-orphan", order_by="Measure.id")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "assessment"

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None

    def __str__(self) -> str:
        return self.assessed_on.isoformat()


class Participant(Base):
    """Someone who took part in an assessment, and for which side."""

    __tablename__ = "participant"

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[int] = mapped_column(sa.ForeignKey("assessment.id"), index=True)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    side: Mapped[Side] = mapped_column(code(Side))

    user: Mapped[User] = relationship()

    __table_args__ = (sa.UniqueConstraint("assessment_id", "user_id"),)
    __event_name__ = "participant"


class Gain(Base):
    """What the goal gives on one aspect: 0 (nothing) to 3 (much), with words."""

    __tablename__ = "gain"

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[int] = mapped_column(sa.ForeignKey("assessment.id"), index=True)
    aspect: Mapped[Aspect] = mapped_column(code(Aspect))
    size: Mapped[int]
    words: Mapped[str] = mapped_column(sa.Text, default="")

    __table_args__ = (
        sa.UniqueConstraint("assessment_id", "aspect"),
        sa.CheckConstraint("size BETWEEN 0 AND 3", name="size_on_scale"),
    )
    __event_name__ = "gain"


class Rating(Base):
    """How one assessment rates one strain: today, before any measures, and expected once planned actions are done."""

    __tablename__ = "rating"

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[int] = mapped_column(sa.ForeignKey("assessment.id"), index=True)
    strain_id: Mapped[int] = mapped_column(sa.ForeignKey("strain.id"), index=True)
    probability: Mapped[int]
    consequence: Mapped[int]
    probability_before: Mapped[int | None]
    consequence_before: Mapped[int | None]
    probability_expected: Mapped[int | None]
    consequence_expected: Mapped[int | None]
    words: Mapped[str] = mapped_column(sa.Text, default="")

    strain: Mapped[Strain] = relationship()

    __table_args__ = (
        sa.UniqueConstraint("assessment_id", "strain_id"),
        *(
            sa.CheckConstraint(f"{name} IS NULL OR {name} BETWEEN 1 AND 5", name=f"{name}_on_scale")
            for name in (
                "probability", "consequence", "probability_before", "consequence_before", "probability_expected",
                "consequence_expected",
            )
        ),
    )  # fmt: skip
    __event_name__ = "rating"


class Acceptance(Base):
    """That a named person accepted a high risk that remains, why, and until when. It ends by itself when the strain is
    no longer high or grows; when its time is over it comes up again."""

    __tablename__ = "acceptance"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    strain_id: Mapped[int] = mapped_column(sa.ForeignKey("strain.id"), index=True)
    number: Mapped[int]  # how high the strain was when it was accepted
    accepted_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    accepted_on: Mapped[date]
    until: Mapped[date] = mapped_column(index=True)
    reason: Mapped[str] = mapped_column(sa.Text)
    recorded_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    ended_on: Mapped[date | None] = mapped_column(index=True)
    ended_why: Mapped[Ending | None] = mapped_column(code(Ending))

    strain: Mapped[Strain] = relationship()
    accepted_by: Mapped[User] = relationship(foreign_keys=[accepted_by_id])
    recorded_by: Mapped[User] = relationship(foreign_keys=[recorded_by_id])

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __table_args__ = (sa.CheckConstraint("number BETWEEN 1 AND 25", name="number_on_scale"),)
    __event_name__ = "acceptance"

    def has_run_out(self, today: date) -> bool:
        return self.ended_on is None and self.until < today

    def __str__(self) -> str:
        return self.strain.title


class Measure(Base):
    """What already prevents strain, in one of the six areas."""

    __tablename__ = "measure"

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[int] = mapped_column(sa.ForeignKey("assessment.id"), index=True)
    area: Mapped[Prevention] = mapped_column(code(Prevention))
    words: Mapped[str] = mapped_column(sa.Text, default="")

    __table_args__ = (sa.UniqueConstraint("assessment_id", "area"),)
    __event_name__ = "measure"
