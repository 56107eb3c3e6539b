"""The duties that come round every year, and the secret links by which people subscribe to a calendar."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, now
from app.organisation.models import Committee
from app.people.models import User


class YearlyDuty(Base):
    """Something to be done in a month, every year or every so many years. `key` names one that comes with the program,
    whose title is shown in the reader's language until the organisation gives it one of its own."""

    __tablename__ = "yearly_duty"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    key: Mapped[str | None] = mapped_column(sa.String(40), unique=True)
    title: Mapped[str] = mapped_column(sa.String(300), default="")
    note: Mapped[str] = mapped_column(sa.Text, default="")
    month: Mapped[int]
    day: Mapped[int | None]  # None: some time in the month
    every_years: Mapped[int] = mapped_column(default=1)
    first_year: Mapped[int | None]  # from which it is counted, where it is not every year
    committee_id: Mapped[int | None] = mapped_column(sa.ForeignKey("committee.id"), index=True)  # None: everybody's
    ended_on: Mapped[date | None]

    committee: Mapped[Committee | None] = relationship()

    __table_args__ = (
        sa.CheckConstraint("month BETWEEN 1 AND 12", name="a_month"),
        sa.CheckConstraint("day IS NULL OR day BETWEEN 1 AND 31", name="a_day"),
        sa.CheckConstraint("every_years BETWEEN 1 AND 10", name="every_few_years"),
        sa.CheckConstraint("title <> '' OR key IS NOT NULL", name="has_a_name"),
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "yearly_duty"

    def __str__(self) -> str:
        return self.title or self.key or ""


class CalendarLink(Base):
    """A link by which one person's calendar program reads what that person may see; only a digest of it is kept."""

    __tablename__ = "calendar_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    committee_id: Mapped[int | None] = mapped_column(
        sa.ForeignKey("committee.id"), index=True
    )  # None: all that is mine
    digest: Mapped[str] = mapped_column(sa.String(64), unique=True)
    ending: Mapped[str] = mapped_column(sa.String(8))  # the last letters, to tell one link from another
    made_at: Mapped[datetime] = mapped_column(default=now)
    revoked_at: Mapped[datetime | None]

    user: Mapped[User] = relationship()
    committee: Mapped[Committee | None] = relationship()

    __event_name__ = "calendar_link"
    __secret__ = frozenset({"digest"})
