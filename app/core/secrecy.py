"""Keeping things from whoever has the database, or a copy of it, but not the server's key.

A mark stands for something without saying what; sealed bytes say nothing, and can't be changed or put elsewhere without
being noticed. Each purpose has a key of its own, made from the server's.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import current_app

NONCE = 12  # bytes


class Unreadable(ValueError):
    """Sealed with another key, for another place, or changed since."""


def mark(purpose: str, *parts: object) -> str:
    """The same mark for the same parts, always; without the key nobody can tell which parts it is of."""
    return hmac.new(_key(purpose), ":".join(map(str, parts)).encode(), hashlib.sha256).hexdigest()


def seal(purpose: str, content: bytes, *, place: str) -> bytes:
    """The content as bytes that only this server can read, and only where it is told the same place."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(_key(purpose)).encrypt(nonce, content, place.encode())


def unseal(purpose: str, sealed: bytes, *, place: str) -> bytes:
    """What was sealed. Unreadable when it was not sealed by this server for this place."""
    try:
        return AESGCM(_key(purpose)).decrypt(sealed[:NONCE], sealed[NONCE:], place.encode())
    except InvalidTag:
        raise Unreadable(purpose) from None


def _key(purpose: str) -> bytes:
    secret = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(secret, f"pejling {purpose}".encode(), hashlib.sha256).digest()
