"""What each person chose, and which reminders have been given."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, code, now
from app.mail.rhythm import Rhythm, Wish, wish


class NoticeChoice(Base):
    """How a person wants to be told by mail. Without one: daily, with reminders."""

    __tablename__ = "notice_choice"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), unique=True)
    rhythm: Mapped[Rhythm] = mapped_column(code(Rhythm), default=Rhythm.DAILY)
    reminders: Mapped[bool] = mapped_column(default=True)

    __event_name__ = "notice_choice"

    @property
    def wish(self) -> Wish:
        return wish(self.rhythm, reminders=self.reminders)


class Reminder(Base):
    """That a person was reminded of a duty with that date, so many days before (0: when it was overdue)."""

    __tablename__ = "reminder"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    duty: Mapped[str] = mapped_column(sa.String(60))
    subject_type: Mapped[str] = mapped_column(sa.String(40))
    subject_id: Mapped[int]
    due_on: Mapped[date]
    step: Mapped[int]
    at: Mapped[datetime] = mapped_column(default=now)

    __table_args__ = (sa.UniqueConstraint("user_id", "duty", "subject_type", "subject_id", "due_on", "step"),)
    __event_name__ = "reminder"
    __own_trail__ = True
