"""The outbox: every mail is a row, saved in the same transaction as what it tells of, and sent later.

A mail that was sent keeps no text; one that could not be sent waits, and is given up only when the mail server refuses
it for good or after three days of tries.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, now, session
from app.core.letters import Letter

KINDS: dict[str, Any] = {}  # kind of mail -> lazy label; filled when the app is made, from the rooms' sentences.py


class Mail(Base):
    """One mail to one account. `key` says what it is: a second mail of the same key is never made."""

    __tablename__ = "mail"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    key: Mapped[str] = mapped_column(sa.String(120), unique=True)
    kind: Mapped[str] = mapped_column(sa.String(30))
    language: Mapped[str] = mapped_column(sa.String(5))
    subject: Mapped[str] = mapped_column(sa.String(300))
    text: Mapped[str] = mapped_column(sa.Text)
    html: Mapped[str] = mapped_column(sa.Text)
    stop_url: Mapped[str] = mapped_column(sa.String(500), default="")
    calendar: Mapped[str] = mapped_column(sa.Text, default="")  # an entry for the recipient's calendar, as iCalendar
    created_at: Mapped[datetime] = mapped_column(default=now)
    next_try_at: Mapped[datetime] = mapped_column(default=now)
    tries: Mapped[int] = mapped_column(default=0)
    claim: Mapped[str | None] = mapped_column(sa.String(32))
    claimed_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    given_up_at: Mapped[datetime | None]
    last_error: Mapped[str] = mapped_column(sa.String(60), default="")  # a code, never what a server quoted

    recipient: Mapped[Any] = relationship("User", lazy="raise")

    __table_args__ = (
        sa.Index("ix_mail_user_id_id", "user_id", "id"),
        sa.Index("ix_mail_open", "sent_at", "given_up_at", "next_try_at"),
    )
    __event_name__ = "mail"
    __own_trail__ = True
    __secret__ = frozenset({"subject", "text", "html", "stop_url", "calendar", "claim", "claimed_at"})

    @property
    def is_waiting(self) -> bool:
        return self.sent_at is None and self.given_up_at is None

    @property
    def message_id(self) -> str:
        """The same at every try, so that who gets the mail twice can tell."""
        return hashlib.sha256(f"mail:{self.id}:{self.key}".encode()).hexdigest()[:32]


def post(user: Any, letter: Letter, *, key: str, kind: str, stop_url: str = "", calendar: str = "") -> None:
    """Lay a letter to an account into the outbox, unless one of that key lies there. To be called in an operation."""
    if session().scalar(sa.select(Mail.id).where(Mail.key == key)) is None:
        session().add(
            Mail(
                user_id=user.id, key=key, kind=kind, language=user.language, subject=letter.subject, text=letter.text,
                html=letter.html, stop_url=stop_url, calendar=calendar,
            )
        )  # fmt: skip
