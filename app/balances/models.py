"""Dated readings of the four balances."""

from __future__ import annotations

import enum
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, code, now
from app.goals.models import PLACE, Goal
from app.organisation.models import Committee
from app.people.models import User


class Reader(enum.StrEnum):
    """Whose reading it is."""

    OWNER = "owner"
    MANAGEMENT = "management"
    EMPLOYEES = "employees"
    AGREED = "agreed"


BALANCES = ("focus", "level", "process", "use")


class Reading(Base):
    """One reading of a goal, or of a committee's whole practice: four places from -2 to 2, today and wished for.

    A place that is None was not read. A reading is never changed; the next one stands beside it, so drift shows.
    """

    __tablename__ = "reading"

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int | None] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    committee_id: Mapped[int | None] = mapped_column(sa.ForeignKey("committee.id"), index=True)
    reader: Mapped[Reader] = mapped_column(code(Reader))
    read_on: Mapped[date]
    focus: Mapped[int | None]
    level: Mapped[int | None]
    process: Mapped[int | None]
    use: Mapped[int | None]
    focus_wish: Mapped[int | None]
    level_wish: Mapped[int | None]
    process_wish: Mapped[int | None]
    use_wish: Mapped[int | None]
    focus_reason: Mapped[str] = mapped_column(sa.Text, default="")
    level_reason: Mapped[str] = mapped_column(sa.Text, default="")
    process_reason: Mapped[str] = mapped_column(sa.Text, default="")
    use_reason: Mapped[str] = mapped_column(sa.Text, default="")
    read_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)

    goal: Mapped[Goal | None] = relationship()
    committee: Mapped[Committee | None] = relationship()
    read_by: Mapped[User] = relationship()

    __table_args__ = tuple(
        sa.CheckConstraint(
            f"{sa.quoted_name(name, True)} IS NULL OR {sa.quoted_name(name, True)} {PLACE}", name=f"{name}_on_scale"
        )
        for balance in BALANCES
        for name in (balance, f"{balance}_wish")
    )
    __event_name__ = "reading"

    def place(self, balance: str) -> int | None:
        return getattr(self, balance)  # type: ignore[no-any-return]

    def wish(self, balance: str) -> int | None:
        return getattr(self, f"{balance}_wish")  # type: ignore[no-any-return]

    def reason(self, balance: str) -> str:
        return getattr(self, f"{balance}_reason")  # type: ignore[no-any-return]

    def __str__(self) -> str:
        return self.read_on.isoformat()
