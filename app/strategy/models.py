"""Strategic objectives."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base
from app.people.models import User


class Objective(Base):
    """A strategic objective with its period. Closed, never deleted."""

    __tablename__ = "objective"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    title: Mapped[str] = mapped_column(sa.String(200))
    why: Mapped[str] = mapped_column(sa.Text, default="")
    value_for: Mapped[str] = mapped_column(sa.String(200), default="")
    parent_id: Mapped[int | None] = mapped_column(sa.ForeignKey("objective.id"), index=True)
    owner_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"), index=True)
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    closed_on: Mapped[date | None]

    parent: Mapped[Objective | None] = relationship(remote_side=[id])
    owner: Mapped[User | None] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "objective"

    def __str__(self) -> str:
        return self.title
