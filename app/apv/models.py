"""Notes about the process of a unit's workplace assessment. A note is never changed; the next one stands beside it."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, now
from app.organisation.models import Unit
from app.people.models import User


class ApvNote(Base):
    """How sickness absence was taken into account in a unit, and how the work-environment organisation took part."""

    __tablename__ = "apv_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey("unit.id"), index=True)
    absence: Mapped[str] = mapped_column(sa.Text)
    participation: Mapped[str] = mapped_column(sa.Text)
    noted_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    noted_at: Mapped[datetime] = mapped_column(default=now)

    unit: Mapped[Unit] = relationship()
    noted_by: Mapped[User] = relationship()

    __event_name__ = "apv_note"

    def __str__(self) -> str:
        return str(self.unit)
