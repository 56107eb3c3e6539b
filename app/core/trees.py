"""Trees of things that name what stands above them by `parent_id`: moving one must never close a circle."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.core.db import lock, session


class BelowItself(ValueError):
    """A thing can't be moved under itself."""


def hold(kind: Any) -> None:
    """Let nobody else move a thing of that kind until the transaction ends: two moves at once could close a circle."""
    lock(f"tree:{kind.__tablename__}")


def keep_above(thing: Any, parent: Any) -> None:
    """BelowItself when the parent is the thing or stands below it, as the database has it now."""
    kind, key = type(thing), parent.id if parent is not None else None
    while key is not None:
        if key == thing.id:
            raise BelowItself(thing)
        key = session().scalar(sa.select(kind.parent_id).where(kind.id == key))
