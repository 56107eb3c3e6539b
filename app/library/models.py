"""What the organisation decided about the library: shipped lines that it reworded or put aside, and its own lines."""

from __future__ import annotations

import enum
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, code, now
from app.goals.models import Aspect
from app.people.models import User


class LineKind(enum.StrEnum):
    GAIN = "gain"
    STRAIN = "strain"


class Only(enum.StrEnum):
    """Which lines a reader wants to see."""

    IN_USE = ""
    OURS = "ours"
    OVERTAKEN = "overtaken"
    HIDDEN = "hidden"


class LibraryLine(Base):
    """A line of the library as the organisation has it.

    With a key it stands on top of the shipped line of that key: reworded where `da` or `en` say something, otherwise
    only put aside or taken back. Without a key it is the organisation's own. `shipped_da` and `shipped_en` are the
    shipped words that people saw when they decided."""

    __tablename__ = "library_line"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    key: Mapped[str | None] = mapped_column(sa.String(80), unique=True)
    aspect: Mapped[Aspect] = mapped_column(code(Aspect))
    kind: Mapped[LineKind] = mapped_column(code(LineKind))
    da: Mapped[str] = mapped_column(sa.String(200), default="")
    en: Mapped[str] = mapped_column(sa.String(200), default="")
    poles: Mapped[list[str]] = mapped_column(default=list)
    answers: Mapped[list[str]] = mapped_column(default=list)
    factor: Mapped[str] = mapped_column(sa.String(30), default="")
    hidden: Mapped[bool] = mapped_column(default=False)
    shipped_da: Mapped[str] = mapped_column(sa.String(200), default="")
    shipped_en: Mapped[str] = mapped_column(sa.String(200), default="")
    created_at: Mapped[datetime] = mapped_column(default=now)
    created_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"), index=True)

    created_by: Mapped[User | None] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __table_args__ = (sa.CheckConstraint("key IS NOT NULL OR da <> '' OR en <> ''", name="own_line_says_something"),)
    __event_name__ = "library_line"
    # How it is kept. What the words were and are is recorded by the operations, since the row does not hold it.
    __secret__ = frozenset({"key", "factor", "da", "en", "shipped_da", "shipped_en"})

    @property
    def is_reworded(self) -> bool:
        return bool(self.da or self.en)

    def __str__(self) -> str:
        return self.da or self.en or self.shipped_da
