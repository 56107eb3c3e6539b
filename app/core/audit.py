"""Who did what to which thing when, with old and new values: written by every operation, never edited. Who may read
an event can be narrowed later (`operation.keep_back`); what it says can't.

An event names its subject by type, id and label, without a foreign key, so that it outlives it. It is codes and data;
the sentence is made when it is read, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.core.db import Base, as_plain, now

UNSAID = frozenset({"id", "version", "path", "created_at", "created_by_id", "search_text"})

# Filled by each room's sentences.py when the app is made.
SENTENCES: dict[str, Any] = {}  # event code -> lazy sentence
FIELDS: dict[str, Mapping[str, Any]] = {}  # subject type -> field -> lazy label
VALUES: dict[str, Mapping[str, Mapping[Any, Any]]] = {}  # subject type -> field -> value -> lazy label


class Event(Base):
    __tablename__ = "event"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now, index=True)
    code: Mapped[str] = mapped_column(sa.String(60), index=True)
    actor_id: Mapped[int | None] = mapped_column(index=True)
    actor_label: Mapped[str] = mapped_column(sa.String(120), default="")
    subject_type: Mapped[str] = mapped_column(sa.String(40))
    subject_id: Mapped[int]
    subject_label: Mapped[str] = mapped_column(sa.String(400), default="")
    about_type: Mapped[str] = mapped_column(sa.String(40))
    about_id: Mapped[int]
    about_label: Mapped[str] = mapped_column(sa.String(400), default="")
    # None: all who may see the thing it is about. Otherwise the key of a committee or of one side of it.
    audience: Mapped[str | None] = mapped_column(sa.String(60))
    changes: Mapped[dict[str, Any]] = mapped_column(default=dict)
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)

    __table_args__ = (sa.Index("ix_event_about", "about_type", "about_id", "id"),)
    __event_name__ = "event"


def label_of(thing: Any) -> str:
    return str(thing)[:400] if "__str__" in {name for kind in type(thing).__mro__[:-1] for name in vars(kind)} else ""


def changes(session: Session, thing: Any) -> dict[str, Any]:
    """{field: [old, new]} of what is not yet flushed; references by their names. Secret fields are left out.

    A thing that not everybody sees names itself by its `reference`, since the history of others may speak of it."""
    state = sa.inspect(thing)
    references = {
        next(iter(relation.local_columns)).key: relation
        for relation in state.mapper.relationships
        if relation.direction.name == "MANYTOONE"
    }
    found: dict[str, Any] = {}
    for column in state.mapper.column_attrs:
        if column.key in UNSAID or column.key in getattr(thing, "__secret__", ()):
            continue
        pair = _pair(state, column.key)
        if pair is None:
            continue
        relation = references.get(column.columns[0].key)
        if relation is not None:
            pair = (_name(session, relation.mapper.class_, pair[0]), _name(session, relation.mapper.class_, pair[1]))
        found[column.key.removesuffix("_id") if relation is not None else column.key] = [as_plain(v) for v in pair]
    return found


def _pair(state: Any, key: str) -> tuple[Any, Any] | None:
    """Old and new value of one attribute, or None where nothing changed or nothing was said."""
    history = state.attrs[key].load_history()
    if not history.has_changes():
        return None
    old = history.deleted[0] if history.deleted else None
    new = history.added[0] if history.added else None
    return None if (old or None) == (new or None) and old != 0 and new != 0 else (old, new)


def _name(session: Session, kind: type, key: Any) -> str | None:
    thing = session.get(kind, key) if key is not None else None
    return None if thing is None else str(getattr(thing, "reference", thing))


def readable(audiences: Collection[str]) -> sa.ColumnElement[bool]:
    """The condition that an event is for everyone or for one of the reader's own circles."""
    return sa.or_(Event.audience.is_(None), Event.audience.in_(sorted(audiences)))


def history_of(thing: Any, audiences: Collection[str]) -> sa.Select[Event]:
    """The events about a thing that a person of these circles may read, newest first."""
    return (
        sa.select(Event)
        .where(Event.about_type == thing.__event_name__, Event.about_id == thing.id, readable(audiences))
        .order_by(Event.id.desc())
    )
