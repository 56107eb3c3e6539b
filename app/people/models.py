"""Accounts and the trail of sign-ins that throttling needs."""

from __future__ import annotations

import enum
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, code, now


class Role(enum.StrEnum):
    SAFETY = "safety"
    MANAGER = "manager"
    REPRESENTATIVE = "representative"
    READER = "reader"
    ADMINISTRATOR = "administrator"


class Theme(enum.StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Contrast(enum.StrEnum):
    SYSTEM = "system"
    MORE = "more"


class User(Base):
    """A person with an account. Closed when they leave, never deleted: their name stays on what they did."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    email: Mapped[str] = mapped_column(sa.String(254), unique=True)
    name: Mapped[str] = mapped_column(sa.String(120))
    job_title: Mapped[str] = mapped_column(sa.String(120), default="")
    role: Mapped[Role] = mapped_column(code(Role))
    password_hash: Mapped[str | None] = mapped_column(sa.String(255))
    language: Mapped[str] = mapped_column(sa.String(5), default="da")
    theme: Mapped[Theme] = mapped_column(code(Theme), default=Theme.SYSTEM)
    contrast: Mapped[Contrast] = mapped_column(code(Contrast), default=Contrast.SYSTEM)
    session_number: Mapped[int] = mapped_column(default=1)
    closed_on: Mapped[date | None]
    created_at: Mapped[datetime] = mapped_column(default=now)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "user"
    __secret__ = frozenset({"password_hash", "session_number"})

    is_authenticated = True
    is_anonymous = False

    @property
    def is_active(self) -> bool:
        return self.closed_on is None

    def get_id(self) -> str:
        """What the session holds: a new password makes older sessions worthless."""
        return f"{self.id}.{self.session_number}"

    @property
    def initials(self) -> str:
        parts = self.name.split()
        return (parts[0][0] + parts[-1][0]).upper() if len(parts) > 1 else self.name[:2].upper()

    def __str__(self) -> str:
        return self.name


class FollowedKind(enum.StrEnum):
    GOAL = "goal"
    UNIT = "unit"
    COMMITTEE = "committee"


class Follow(Base):
    """That a person chose to follow a thing, or not to: what is one's own is followed unless one says otherwise."""

    __tablename__ = "follow"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)
    kind: Mapped[FollowedKind] = mapped_column(code(FollowedKind))
    thing_id: Mapped[int]
    is_on: Mapped[bool]

    __table_args__ = (sa.UniqueConstraint("user_id", "kind", "thing_id"),)
    __event_name__ = "follow"


class SignInAttempt(Base):
    """A failed try to sign in, kept only as long as throttling looks back. The account is a digest, not an address."""

    __tablename__ = "sign_in_attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(sa.String(64), index=True)
    address: Mapped[str] = mapped_column(sa.String(64), index=True)
    at: Mapped[datetime] = mapped_column(default=now, index=True)

    __event_name__ = "sign_in_attempt"
