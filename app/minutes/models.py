"""What is said about the minutes once they are out, who approved them, and the locked text with its checksum."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, code, now
from app.meetings.models import Item, Meeting
from app.organisation.models import Side
from app.people.models import User


class Statement(Base):
    """What a seat has had minuted in its own words (protokolbemærkning); nobody else edits it."""

    __tablename__ = "minutes_statement"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    item_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting_item.id"), index=True)
    on_behalf_of: Mapped[str] = mapped_column(sa.String(120), default="")  # such as a trade union
    words: Mapped[str] = mapped_column(sa.Text)
    made_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    made_at: Mapped[datetime] = mapped_column(default=now)
    withdrawn_at: Mapped[datetime | None]

    meeting: Mapped[Meeting] = relationship()
    item: Mapped[Item] = relationship()
    made_by: Mapped[User] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "minutes_statement"

    def __str__(self) -> str:
        return str(self.item)


class Remark(Base):
    """What somebody wants put right in minutes that are out, and what became of it. Only the committee reads it."""

    __tablename__ = "minutes_remark"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting_item.id"), index=True)
    words: Mapped[str] = mapped_column(sa.Text)
    made_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    made_at: Mapped[datetime] = mapped_column(default=now)
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))
    settled_words: Mapped[str] = mapped_column(sa.Text, default="")

    meeting: Mapped[Meeting] = relationship()
    item: Mapped[Item | None] = relationship()
    made_by: Mapped[User] = relationship(foreign_keys=[made_by_id])
    settled_by: Mapped[User | None] = relationship(foreign_keys=[settled_by_id])

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "minutes_remark"


FALLEN = ""  # the digest of an approval that no longer holds


class Approval(Base):
    """That one side approved the minutes as they stood: `digest` says which text, until they change and it falls."""

    __tablename__ = "minutes_approval"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    side: Mapped[Side] = mapped_column(code(Side))
    digest: Mapped[str] = mapped_column(sa.String(64))
    given_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    given_at: Mapped[datetime] = mapped_column(default=now)

    meeting: Mapped[Meeting] = relationship()
    given_by: Mapped[User] = relationship()

    __table_args__ = (sa.UniqueConstraint("meeting_id", "side"),)
    __event_name__ = "minutes_approval"


class LockedMinutes(Base):
    """The approved minutes: what they said, and the checksum that anybody can make again from it."""

    __tablename__ = "minutes_locked"

    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), primary_key=True)
    content: Mapped[dict[str, Any]]
    digest: Mapped[str] = mapped_column(sa.String(64))  # SHA-256 of the content as canonical JSON
    locked_at: Mapped[datetime] = mapped_column(default=now)

    meeting: Mapped[Meeting] = relationship()

    __event_name__ = "minutes_locked"
    __secret__ = frozenset({"content"})


class Addendum(Base):
    """What was added after the minutes were locked; the locked text itself is never changed."""

    __tablename__ = "minutes_addendum"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting_item.id"), index=True)
    words: Mapped[str] = mapped_column(sa.Text)
    added_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    added_at: Mapped[datetime] = mapped_column(default=now)

    meeting: Mapped[Meeting] = relationship()
    item: Mapped[Item | None] = relationship()
    added_by: Mapped[User] = relationship()

    __event_name__ = "minutes_addendum"
