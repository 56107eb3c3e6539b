"""What a person has been told in the app: a notice is saved together with the change that it speaks of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, now
from app.core.languages import lazy

# Both are filled when the app is made, from the rooms' sentences.py.
TEXTS: dict[str, Any] = {}  # notice code -> lazy sentence
ADDRESSES: dict[str, tuple[str, str]] = {}  # type of thing -> (endpoint of its page, its argument; '' for none)

# Type of thing -> (thing, keys of people) -> those of them who can see it; set when the app is made. A notice names
# what it is about, so it goes to nobody who can't see that.
Seers = Callable[[Any, set[int]], set[int]]
SEERS: dict[str, Seers] = {}

REMINDERS = {
    "reminder.ahead": lazy("Remember by %(day)s: %(what)s."),
    "reminder.overdue": lazy("Overdue since %(day)s: %(what)s."),
}


class Notice(Base):
    """A line in somebody's inbox. It holds codes and labels, never what was written side to side."""

    __tablename__ = "notice"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    at: Mapped[datetime] = mapped_column(default=now)
    code: Mapped[str] = mapped_column(sa.String(60))
    actor_label: Mapped[str] = mapped_column(sa.String(120), default="")
    subject_type: Mapped[str] = mapped_column(sa.String(40))
    subject_id: Mapped[int]
    about_type: Mapped[str] = mapped_column(sa.String(40))
    about_id: Mapped[int]
    about_label: Mapped[str] = mapped_column(sa.String(400), default="")
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)
    read_at: Mapped[datetime | None]
    # When it was taken up in a mail, or passed over because the person wants no mail of its kind.
    digested_at: Mapped[datetime | None]

    __table_args__ = (sa.Index("ix_notice_user_read", "user_id", "read_at"),)
    __event_name__ = "notice"
    __own_trail__ = True
