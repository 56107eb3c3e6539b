"""Questions that an organisation changed or added itself, and dialogue sessions with what was answered and decided."""

from __future__ import annotations

import enum
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.actions.models import Action
from app.core.db import Base, code, now
from app.goals.models import Goal, Status
from app.organisation.models import Committee
from app.people.models import User
from app.soundings.models import Sounding


class Theme(enum.StrEnum):
    """What a question is about: the four balances, the picture of all four, the practice as a whole, and the words."""

    GENERAL = "general"
    FOCUS = "focus"
    LEVEL = "level"
    PROCESS = "process"
    USE = "use"
    OVERVIEW = "overview"
    FOREWORD = "foreword"
    CONCEPT = "concept"


class Audience(enum.StrEnum):
    """For whom a question is meant: those who decide on the strategy, those who work by it, or both."""

    STRATEGIC = "strategic"
    LOCAL = "local"
    BOTH = "both"


class GuideQuestion(Base):
    """A question that the organisation added (`is_own`), or what it decided about one that comes with the program: then
    `key` is the shipped one, and without words of its own it says what is shipped."""

    __tablename__ = "dialogue_question"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    key: Mapped[str] = mapped_column(sa.String(60), unique=True)
    is_own: Mapped[bool] = mapped_column(default=False)
    theme: Mapped[Theme] = mapped_column(code(Theme))
    audience: Mapped[Audience] = mapped_column(code(Audience))
    da: Mapped[str] = mapped_column(sa.String(500), default="")
    en: Mapped[str] = mapped_column(sa.String(500), default="")
    hidden_on: Mapped[date | None]  # no longer offered; where it was used it stays
    created_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "dialogue_question"

    def __str__(self) -> str:
        return self.da or self.en or self.key


class DialogueSession(Base):
    """A committee talks about one goal, or about how its whole area measures: a sounding shows where each stands."""

    __tablename__ = "dialogue_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    committee_id: Mapped[int] = mapped_column(sa.ForeignKey("committee.id"), index=True)
    goal_id: Mapped[int | None] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    sounding_id: Mapped[int | None] = mapped_column(sa.ForeignKey("sounding.id"), index=True)
    held_on: Mapped[date]
    summary: Mapped[str] = mapped_column(sa.Text, default="")
    ended_on: Mapped[date | None]
    created_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)

    committee: Mapped[Committee] = relationship()
    goal: Mapped[Goal | None] = relationship()
    sounding: Mapped[Sounding | None] = relationship()
    created_by: Mapped[User] = relationship()
    questions: Mapped[list[SessionQuestion]] = relationship(
        back_populates="session", order_by="SessionQuestion.place, SessionQuestion.id", cascade="all, delete-orphan"
    )
    actions: Mapped[list[Action]] = relationship(secondary="dialogue_action", order_by="Action.id")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "dialogue_session"

    @property
    def is_ended(self) -> bool:
        return self.ended_on is not None

    @property
    def about(self) -> Goal | Committee:
        return self.goal if self.goal is not None else self.committee

    def __str__(self) -> str:
        if self.goal is not None and self.goal.status is Status.DRAFT:
            return self.goal.reference
        return str(self.about)


class SessionQuestion(Base):
    """A question chosen for a session, in the words it had then, and what was answered. `key` names it in the guide."""

    __tablename__ = "dialogue_session_question"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    session_id: Mapped[int] = mapped_column(sa.ForeignKey("dialogue_session.id"), index=True)
    key: Mapped[str] = mapped_column(sa.String(60))
    da: Mapped[str] = mapped_column(sa.String(500), default="")
    en: Mapped[str] = mapped_column(sa.String(500), default="")
    place: Mapped[int] = mapped_column(default=0)
    answer: Mapped[str] = mapped_column(sa.Text, default="")

    session: Mapped[DialogueSession] = relationship(back_populates="questions")

    __table_args__ = (sa.UniqueConstraint("session_id", "key"),)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "dialogue_session_question"

    def __str__(self) -> str:
        return self.da or self.en


class SessionAction(Base):
    """That a move was decided in a session, as an action with an owner and a date."""

    __tablename__ = "dialogue_action"

    session_id: Mapped[int] = mapped_column(sa.ForeignKey("dialogue_session.id"), primary_key=True)
    action_id: Mapped[int] = mapped_column(sa.ForeignKey("action.id"), primary_key=True, index=True)

    __event_name__ = "dialogue_action"
