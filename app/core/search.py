"""Free-text search that answers alike on SQLite and PostgreSQL.

What may be found is kept word by word, unstemmed, letters as they are (å is not a). A query word is stemmed and looked
for as the beginning of a word, since the Danish stem of a word is where it begins: *ulykker* finds *ulykken*.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Session
from sqlalchemy.orm.unitofwork import UOWTransaction

from app.core.danish import stem, words
from app.core.db import session

# Made by the migration: a virtual FTS5 table on SQLite, an ordinary one with a GIN index on PostgreSQL.
TABLE = "search_entry"
PREFIX = {"goal": 1, "action": 2}  # rows of several kinds share the table: kind in the lowest digit of the row's key
SPREAD = 8


def _key(kind: str, identity: int) -> int:
    return identity * SPREAD + PREFIX[kind]


def matching(kind: Any, text: str) -> sa.ColumnElement[bool]:
    """The condition that a row of a searchable model holds every word of the text, or a word that begins with it."""
    terms = [stem(word) for word in words(text)]
    if not terms:
        return sa.true()
    return kind.id.in_(_keys(kind.__event_name__, terms))  # type: ignore[no-any-return]


def _keys(name: str, terms: list[str]) -> sa.Select[int]:
    identity: Any = sa.literal_column(f"(key - {PREFIX[name]}) / {SPREAD}")
    if session().get_bind().dialect.name == "sqlite":
        source: Any = sa.select(sa.literal_column("rowid").label("key")).select_from(sa.text(TABLE))
        source = source.where(
            sa.text(f"{TABLE} MATCH :terms").bindparams(terms=" ".join(f'"{term}"*' for term in terms))
        )
    else:
        query = sa.func.to_tsquery("simple", " & ".join(f"{term}:*" for term in terms))
        source = sa.select(sa.literal_column("key").label("key")).select_from(sa.text(TABLE))
        source = source.where(sa.literal_column("body", TSVECTOR).op("@@")(query))
    found = source.subquery()
    return sa.select(identity).select_from(found).where(sa.literal_column(f"key % {SPREAD}") == PREFIX[name])


def _store(active: Session, thing: Any) -> None:
    values = {"key": _key(thing.__event_name__, thing.id), "body": " ".join(words(thing.search_text()))}
    if active.get_bind().dialect.name == "sqlite":
        active.connection().execute(sa.text(f"DELETE FROM {TABLE} WHERE rowid = :key"), values)  # noqa: S608
        active.connection().execute(sa.text(f"INSERT INTO {TABLE} (rowid, body) VALUES (:key, :body)"), values)  # noqa: S608
    else:
        active.connection().execute(
            sa.text(
                f"INSERT INTO {TABLE} (key, body) VALUES (:key, to_tsvector('simple', :body))"  # noqa: S608
                " ON CONFLICT (key) DO UPDATE SET body = excluded.body"
            ),
            values,
        )


def create(connection: sa.Connection) -> None:
    """Make the table that holds what can be found; called by the first migration."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            sa.text(f"CREATE VIRTUAL TABLE {TABLE} USING fts5(body, tokenize = 'unicode61 remove_diacritics 0')")
        )
    else:
        connection.execute(sa.text(f"CREATE TABLE {TABLE} (key bigint PRIMARY KEY, body tsvector NOT NULL)"))
        connection.execute(sa.text(f"CREATE INDEX ix_{TABLE}_body ON {TABLE} USING gin (body)"))


def drop(connection: sa.Connection) -> None:
    connection.execute(sa.text(f"DROP TABLE {TABLE}"))


def is_search_table(name: str | None) -> bool:
    """Whether a table belongs to the search and so stands outside the models."""
    return bool(name) and str(name).startswith(TABLE)


@event.listens_for(Session, "after_flush")
def _after_flush(active: Session, _context: UOWTransaction) -> None:
    for thing in [*active.new, *active.dirty]:
        if hasattr(thing, "search_text") and (thing in active.new or active.is_modified(thing)):
            _store(active, thing)
