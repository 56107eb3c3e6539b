"""How many failed tries to sign in are too many: pure rules."""

from __future__ import annotations

import hashlib
from datetime import timedelta

WINDOW = timedelta(minutes=15)
PER_ACCOUNT = 5
PER_ADDRESS = 30


def account_digest(email: str) -> str:
    """What is kept of the address typed: enough to count, not enough to read."""
    return hashlib.sha256(email.strip().casefold().encode()).hexdigest()


def is_blocked(tries_on_account: int, tries_from_address: int) -> bool:
    return tries_on_account >= PER_ACCOUNT or tries_from_address >= PER_ADDRESS
