"""Files that people hand in. They lie outside everything that is served, in a folder of their own, under names that
nobody can guess and that say nothing; only the database knows what they are called and who may read them."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from flask import current_app

NAME = re.compile(r"[0-9a-f]{48}")


@dataclass(frozen=True)
class Kept:
    """A file as it lies in the vault: its name there, its size in bytes and the SHA-256 of its content."""

    stored: str
    size: int
    digest: str


def keep(content: bytes) -> Kept:
    """Put a file into the vault. OSError when the disk does not take it; nothing is left behind then."""
    stored = secrets.token_hex(24)
    place = _place(stored)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        place.write_bytes(content)
    except OSError:
        place.unlink(missing_ok=True)
        raise
    return Kept(stored, len(content), hashlib.sha256(content).hexdigest())


def where(stored: str) -> Path:
    """Where a file lies. FileNotFoundError when it does not, and ValueError for what can't be a name."""
    place = _place(stored)
    if not place.is_file():
        raise FileNotFoundError(stored)
    return place


def forget(stored: str) -> None:
    """Take a file out of the vault for good; one that is not there is fine."""
    _place(stored).unlink(missing_ok=True)


def _place(stored: str) -> Path:
    if not NAME.fullmatch(stored):
        raise ValueError(stored)
    return Path(current_app.config["ANNEXES"]) / stored[:2] / stored
