"""Goals and their links to objectives. A goal is never deleted; its number is never used again."""

from __future__ import annotations

import enum
from datetime import date, datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Mapper, mapped_column, query_expression, relationship

from app.core.db import Base, code, now
from app.goals.substance import FIELDS, digest
from app.organisation.models import Unit
from app.people.models import User
from app.strategy.models import Objective


class Status(enum.StrEnum):
    DRAFT = "draft"
    IN_HEARING = "in_hearing"
    IN_FORCE = "in_force"
    RETIRED = "retired"


class Kind(enum.StrEnum):
    TARGET = "target"
    QUALITATIVE = "qualitative"
    LOCAL_PLAN = "local_plan"


class Direction(enum.StrEnum):
    HIGHER = "higher"
    LOWER = "lower"
    KEEP = "keep"


class Rhythm(enum.StrEnum):
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


class Steering(enum.StrEnum):
    """Whether one steers by the measure or only keeps an eye on it."""

    STEERING = "steering"
    BACKGROUND = "background"


class MeasuredLevel(enum.StrEnum):
    ORGANISATION = "organisation"
    UNIT = "unit"
    TEAM = "team"
    INDIVIDUAL = "individual"


class Answer(enum.StrEnum):
    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class ShownTo(enum.StrEnum):
    """Who sees the results of single persons or groups."""

    NOBODY = "nobody"
    GROUP = "group"
    EVERYONE = "everyone"


class HangsOn(enum.StrEnum):
    """What hangs on reaching the goal."""

    NOTHING = "nothing"
    REPORTING = "reporting"
    RANKING = "ranking"
    PAY = "pay"


class RewardFor(enum.StrEnum):
    ALL = "all"
    BEST = "best"


class RiskLevel(enum.StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Aspect(enum.StrEnum):
    """The six aspects of the work environment that performance goals touch (Mål med mening, BFA)."""

    MOTIVATION = "motivation"
    IDENTITY = "identity"
    TRUST = "trust"
    FAIRNESS = "fairness"
    COOPERATION = "cooperation"
    RESPONSIBILITY = "responsibility"


PLACE = "BETWEEN -2 AND 2"


class Goal(Base):
    """A performance goal.

    `focus`, `level`, `process`, `use` (-2..2), `is_agreed` and `risk_level` repeat the newest reading and the newest
    finished assessment, so that the register can filter and sort without looking further."""

    __tablename__ = "goal"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    number: Mapped[int] = mapped_column(unique=True)
    status: Mapped[Status] = mapped_column(code(Status), default=Status.DRAFT, index=True)

    title: Mapped[str] = mapped_column(sa.String(300))
    purpose: Mapped[str] = mapped_column(sa.Text, default="")
    core_task: Mapped[str] = mapped_column(sa.Text, default="")
    value_for: Mapped[str] = mapped_column(sa.String(300), default="")
    behaviour: Mapped[str] = mapped_column(sa.Text, default="")

    unit_id: Mapped[int] = mapped_column(sa.ForeignKey("unit.id"), index=True)
    owner_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"), index=True)
    chosen_by: Mapped[str] = mapped_column(sa.String(300), default="")
    parent_id: Mapped[int | None] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    origin_id: Mapped[int | None] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    no_objective_reason: Mapped[str] = mapped_column(sa.Text, default="")

    measured_level: Mapped[MeasuredLevel | None] = mapped_column(code(MeasuredLevel))
    measured_whom: Mapped[str] = mapped_column(sa.String(300), default="")
    measured_count: Mapped[int | None]
    identifiable: Mapped[Answer | None] = mapped_column(code(Answer))
    control_measure: Mapped[Answer | None] = mapped_column(code(Answer))
    notice_given_on: Mapped[date | None]
    notice_start_on: Mapped[date | None]
    results_shown_to: Mapped[ShownTo | None] = mapped_column(code(ShownTo))
    results_shown_why: Mapped[str] = mapped_column(sa.Text, default="")
    hangs_on: Mapped[HangsOn | None] = mapped_column(code(HangsOn))
    reward_for: Mapped[RewardFor | None] = mapped_column(code(RewardFor))
    reward_period: Mapped[str] = mapped_column(sa.String(120), default="")
    reward_threshold: Mapped[str] = mapped_column(sa.String(120), default="")
    comparable_with: Mapped[str] = mapped_column(sa.Text, default="")
    comparison_conditions: Mapped[str] = mapped_column(sa.Text, default="")
    registration_minutes: Mapped[int | None]  # per person and week
    feedback_rhythm: Mapped[str] = mapped_column(sa.String(200), default="")

    kind: Mapped[Kind] = mapped_column(code(Kind), default=Kind.TARGET)
    measure: Mapped[str] = mapped_column(sa.String(300), default="")
    method: Mapped[str] = mapped_column(sa.Text, default="")
    measure_unit: Mapped[str] = mapped_column(sa.String(60), default="")
    direction: Mapped[Direction | None] = mapped_column(code(Direction))
    steering: Mapped[Steering] = mapped_column(code(Steering), default=Steering.STEERING)
    statutory_deadline: Mapped[str] = mapped_column(sa.Text, default="")
    baseline: Mapped[Decimal | None]
    proposed_target: Mapped[Decimal | None]
    decided_target: Mapped[Decimal | None]
    target_reason: Mapped[str] = mapped_column(sa.Text, default="")
    target_on: Mapped[date | None]
    rhythm: Mapped[Rhythm | None] = mapped_column(code(Rhythm))

    takes_effect_on: Mapped[date | None]
    passed_over: Mapped[str] = mapped_column(sa.Text, default="")  # why required points of the gate were passed over
    passed_over_points: Mapped[list[str]] = mapped_column(default=list)  # which, and what each lacked: "review:undated"
    passed_over_substance: Mapped[str | None] = mapped_column(sa.String(64))  # of the version that was let through
    retired_on: Mapped[date | None]
    retired_reason: Mapped[str] = mapped_column(sa.Text, default="")
    review_months: Mapped[int | None]
    next_review_on: Mapped[date | None] = mapped_column(index=True)
    note: Mapped[str] = mapped_column(sa.Text, default="")

    # A digest of what the goal is in substance, so that SQL can ask what was heard or assessed of another version.
    substance: Mapped[str] = mapped_column(sa.String(64), default="")

    focus: Mapped[int | None]
    level: Mapped[int | None]
    process: Mapped[int | None]
    use: Mapped[int | None]
    is_agreed: Mapped[bool] = mapped_column(default=False)  # whether the committee agreed on the four
    risk_level: Mapped[RiskLevel | None] = mapped_column(code(RiskLevel))

    created_at: Mapped[datetime] = mapped_column(default=now)
    created_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))

    # Counted by a list that asks for it, in the statement that fetches the goals; otherwise None.
    open_questions: Mapped[int | None] = query_expression()

    unit: Mapped[Unit] = relationship()
    owner: Mapped[User | None] = relationship(foreign_keys=[owner_id], lazy="joined")
    created_by: Mapped[User | None] = relationship(foreign_keys=[created_by_id])
    parent: Mapped[Goal | None] = relationship(remote_side=[id], foreign_keys=[parent_id])
    origin: Mapped[Goal | None] = relationship(remote_side=[id], foreign_keys=[origin_id])
    links: Mapped[list[GoalObjective]] = relationship(
        back_populates="goal", cascade="all, delete-orphan", order_by="GoalObjective.id"
    )

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __table_args__ = (
        *(
            sa.CheckConstraint(
                f"{sa.quoted_name(name, True)} IS NULL OR {sa.quoted_name(name, True)} {PLACE}", name=f"{name}_on_scale"
            )
            for name in ("focus", "level", "process", "use")
        ),
        sa.CheckConstraint("measured_count IS NULL OR measured_count >= 0", name="measured_count_not_negative"),
        sa.CheckConstraint(
            "registration_minutes IS NULL OR registration_minutes >= 0", name="registration_not_negative"
        ),
    )
    __event_name__ = "goal"
    __secret__ = frozenset({"passed_over_substance", "substance"})  # digests, which tell readers nothing

    @property
    def code(self) -> str:
        """The number as people say it: M-0001."""
        return f"M-{self.number:04d}"

    @property
    def reference(self) -> str:
        """What the history of other goals calls it: a draft's title is not for everybody."""
        return self.code

    def search_text(self) -> str:
        """Everything that free text may find the goal by."""
        return "\n".join(
            [
                self.code,
                self.title,
                self.purpose,
                self.core_task,
                self.value_for,
                self.behaviour,
                self.measure,
                self.method,
                self.measured_whom,
                self.chosen_by,
                self.statutory_deadline,
                self.note,
            ]
        )

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class GoalObjective(Base):
    """That a goal serves an objective, and in one sentence how."""

    __tablename__ = "goal_objective"

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    objective_id: Mapped[int] = mapped_column(sa.ForeignKey("objective.id"), index=True)
    sentence: Mapped[str] = mapped_column(sa.String(300), default="")

    goal: Mapped[Goal] = relationship(back_populates="links")
    objective: Mapped[Objective] = relationship()

    __table_args__ = (sa.UniqueConstraint("goal_id", "objective_id"),)
    __event_name__ = "goal_objective"

    def __str__(self) -> str:
        return self.objective.title


class Strain(Base):
    """Something about the goal that wears on people; it stays the same line from assessment to assessment."""

    __tablename__ = "strain"

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    aspect: Mapped[Aspect] = mapped_column(code(Aspect))
    title: Mapped[str] = mapped_column(sa.String(300))

    goal: Mapped[Goal] = relationship()

    __event_name__ = "strain"

    def __str__(self) -> str:
        return self.title


@sa.event.listens_for(Goal, "before_insert")
def _digest_first_substance(mapper: Mapper[Goal], connection: object, goal: Goal) -> None:
    for name in FIELDS:  # what is not said yet becomes its default only in the statement itself
        default = mapper.columns[name].default
        if getattr(goal, name) is None and isinstance(default, sa.ColumnDefault):
            setattr(goal, name, default.arg)
    _digest_substance(mapper, connection, goal)


@sa.event.listens_for(Goal, "before_update")
def _digest_substance(_mapper: object, _connection: object, goal: Goal) -> None:
    goal.substance = digest(goal)
