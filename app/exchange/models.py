"""Files that somebody has sent in and not yet taken in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, now


class Upload(Base):
    """A file between its dry run and its import; only the one who sent it sees it."""

    __tablename__ = "upload"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(200))
    content: Mapped[bytes] = mapped_column(sa.LargeBinary)
    columns: Mapped[dict[str, Any]] = mapped_column(default=dict)  # {column index: field} where a person said so
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    sent_at: Mapped[datetime] = mapped_column(default=now)
    taken_in_at: Mapped[datetime | None]

    __event_name__ = "upload"
    __secret__ = frozenset({"content"})

    def __str__(self) -> str:
        return self.name
