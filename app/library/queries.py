"""The library with what the organisation decided about it. Everybody who is signed in sees it."""

from __future__ import annotations

import sqlalchemy as sa

from app.core.audit import Event, history_of
from app.core.db import session
from app.library.lines import Line, merged
from app.library.models import LibraryLine
from app.library.shipped import shipped
from app.organisation.standing import standing_of
from app.people.models import User

HISTORY = 20  # events on the page of one line


def all_lines() -> list[Line]:
    """Every line, those put aside too, in one query."""
    return merged(shipped(), session().scalars(sa.select(LibraryLine).order_by(LibraryLine.id)))


def lines() -> list[Line]:
    """The lines that can be proposed: shipped ones with the organisation's words on top, and its own."""
    return [line for line in all_lines() if not line.is_hidden]


def find_line(_user: User, *, key: str) -> Line | None:
    """The line of that shipped key, or the organisation's own of that number."""
    return next((line for line in all_lines() if line.key == key), None)


def find_shipped_line(user: User, *, key: str) -> Line | None:
    """The line of that key, if the program ships it."""
    line = find_line(user, key=key)
    return line if line is not None and line.shipped is not None else None


def row_of(line: Line) -> LibraryLine | None:
    """What is decided about the line as it stands in the database now."""
    key = LibraryLine.id == line.row.id if line.row is not None else LibraryLine.key == line.key
    return session().scalar(sa.select(LibraryLine).where(key).execution_options(populate_existing=True))


def own_count() -> int:
    return session().scalar(sa.select(sa.func.count()).select_from(LibraryLine).where(LibraryLine.key.is_(None))) or 0


def events_about(user: User, line: Line) -> list[Event]:
    if line.row is None:
        return []
    return list(session().scalars(history_of(line.row, standing_of(user).audiences).limit(HISTORY)))
