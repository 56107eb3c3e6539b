"""Passwords: Argon2id, and the rule for what counts as one."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 200


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


def digest(password: str) -> str:
    return _hasher().hash(password)


def matches(password_hash: str | None, password: str) -> bool:
    """Whether the password is the one. Takes as long for an account without one, so that time tells nothing."""
    try:
        return _hasher().verify(password_hash or _nobodys(), password[:LONGEST]) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return digest("nobody signs in with this one")
