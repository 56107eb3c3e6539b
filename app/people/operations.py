"""The verbs on accounts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from app.core.clock import now, today
from app.core.db import lock, session
from app.core.notices import Notice
from app.core.operation import check_version, operation, record, tell
from app.people.models import Contrast, Follow, FollowedKind, Role, SignInAttempt, Theme, User
from app.people.passwords import SHORTEST, digest
from app.people.queries import find_by_email, follow_of, has_users, open_administrators
from app.people.throttle import WINDOW, account_digest


class EmailTaken(ValueError):
    """Another account has that e-mail address."""


class WeakPassword(ValueError):
    """The password is too short."""


class LastAdministrator(ValueError):
    """Without this account nobody could administer the installation."""


class NotFirst(ValueError):
    """The installation already has accounts."""


@operation("user.added")
def add_user(
    *,
    email: str,
    name: str,
    role: Role,
    by: User | None,
    job_title: str = "",
    password: str | None = None,
    language: str = "da",
) -> User:
    if find_by_email(email):
        raise EmailTaken(email)
    user = User(email=email.strip().casefold(), name=name, role=role, job_title=job_title, language=language)
    user.password_hash = _checked(password) if password else None
    session().add(user)
    record("user.added", user, by=by)
    return user


@operation("user.added")
def add_first_administrator(*, email: str, name: str, password: str) -> User:
    """The first account of an installation. NotFirst when there is one already."""
    if has_users():
        raise NotFirst
    return add_user(email=email, name=name, role=Role.ADMINISTRATOR, password=password, by=None, job_title="")


@operation("user.revised")
def revise_user(user: User, *, by: User, version: int | None = None, password: str = "", **answers: Any) -> None:
    check_version(user, version)
    email = answers.pop("email").strip().casefold()
    other = find_by_email(email)
    if other is not None and other is not user:
        raise EmailTaken(email)
    if user.role is Role.ADMINISTRATOR and answers.get("role", user.role) is not Role.ADMINISTRATOR:
        _spare_an_administrator()
    user.email = email
    for name, value in answers.items():
        setattr(user, name, value)
    if password:
        _set_password(user, password)
    record("user.revised", user, by=by, password_changed=bool(password))
    if password:
        tell(user.id, "user.password_set", thing=user, about=user, by=by)


@operation("user.closed")
def close_user(user: User, *, by: User) -> None:
    if user.role is Role.ADMINISTRATOR:
        _spare_an_administrator()
    user.closed_on = today()
    user.session_number += 1
    record("user.closed", user, by=by)


@operation("user.reopened")
def reopen_user(user: User, *, by: User) -> None:
    user.closed_on = None
    record("user.reopened", user, by=by)


@operation("user.profile_revised")
def revise_profile(user: User, *, name: str, language: str, theme: Theme, contrast: Contrast) -> None:
    """A person's own choices."""
    user.name, user.language, user.theme, user.contrast = name, language, theme, contrast
    record("user.profile_revised", user, by=user)


@operation("user.language_chosen")
def choose_language(user: User, *, language: str) -> None:
    user.language = language
    record("user.language_chosen", user, by=user)


@operation("user.password_changed")
def change_password(user: User, *, password: str) -> None:
    """A new password of one's own; all other sessions end."""
    _set_password(user, password)
    record("user.password_changed", user, by=user)


@operation("user.signed_in")
def note_sign_in(user: User) -> None:
    """A successful sign-in: the failed tries before it are forgotten."""
    session().execute(sa.delete(SignInAttempt).where(SignInAttempt.account == account_digest(user.email)))
    record("user.signed_in", user, by=user)


@operation("sign_in_attempt.failed")
def note_failed_sign_in(*, email: str, address: str) -> None:
    """A failed try, counted by account and address; those older than the window are swept out."""
    session().execute(sa.delete(SignInAttempt).where(SignInAttempt.at < now() - WINDOW - timedelta(hours=1)))
    attempt = SignInAttempt(account=account_digest(email), address=address)
    session().add(attempt)
    record("sign_in_attempt.failed", attempt, by=None)


@operation("user.notices_read")
def read_notices(user: User, *, until: int | None = None) -> None:
    """Note as read what the person has seen: up to the notice with that key, or all."""
    unread = sa.update(Notice).where(Notice.user_id == user.id, Notice.read_at.is_(None))
    if until is not None:
        unread = unread.where(Notice.id <= until)
    session().execute(unread.values(read_at=now()))
    record("user.notices_read", user, by=user)


@operation("follow.set")
def set_follow(user: User, *, kind: FollowedKind, thing_id: int, is_on: bool) -> None:
    """Follow a goal, a unit or a committee from now on, or no longer."""
    lock(f"follow:{user.id}")
    row = follow_of(user, kind, thing_id)
    if row is None:
        row = Follow(user_id=user.id, kind=kind, thing_id=thing_id, is_on=is_on)
        session().add(row)
    row.is_on = is_on
    record("follow.set", row, by=user, about=user)


def _checked(password: str) -> str:
    if len(password) < SHORTEST:
        raise WeakPassword(SHORTEST)
    return digest(password)


def _set_password(user: User, password: str) -> None:
    user.password_hash = _checked(password)
    user.session_number += 1


def _spare_an_administrator() -> None:
    if open_administrators() <= 1:
        raise LastAdministrator
