"""Bringing the database to the newest structure, without ever losing a row on the way.

On SQLite a changed table is copied and the old one dropped; with foreign keys on, that drop would delete the rows that
point to it. So migrations run on a connection of their own with foreign keys off, on a database that was copied first,
and every reference is checked afterwards.
"""

from __future__ import annotations

import shutil
import sqlite3
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_alembic import Alembic
from sqlalchemy import event

from app.core.danish import collate, fold
from app.core.db import Base, db
from app.core.search import is_search_table

FOLDER = Path(__file__).parent.parent.parent / "migrations"


class BrokenReferences(RuntimeError):
    """After a migration some rows point to rows that are gone. The copy taken before it is whole."""


class Migrations(Alembic):
    def _prepare_targets(self) -> tuple[dict[str, sa.Engine], dict[str, sa.MetaData | list[sa.MetaData]]]:
        cache = self._get_cache()
        if cache.engines is None:
            cache.engines, cache.metadatas = {"default": _engine()}, {"default": Base.metadata}
        return cache.engines, cache.metadatas  # type: ignore[return-value]

    def upgrade(self, *args: Any, **kwargs: Any) -> None:
        if db.engine.dialect.name == "sqlite":
            self._copy_first()
        super().upgrade(*args, **kwargs)
        self._check_references()

    def _copy_first(self) -> None:
        file = Path(db.engine.url.database or "")
        current = self.migration_context.get_current_heads()
        if current and self.needs_upgrade() and file.is_file():
            shutil.copy2(file, file.with_name(f"{file.name}.before-{'-'.join(current)}"))

    def _check_references(self) -> None:
        connection = self.migration_context.connection
        if connection is not None and connection.dialect.name == "sqlite":
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            connection.rollback()
            if broken:
                raise BrokenReferences(f"{len(broken)} rows point nowhere, the first in table {broken[0][0]}.")


@cache
def _newest() -> frozenset[str]:
    return frozenset(ScriptDirectory(str(FOLDER), version_locations=[str(FOLDER)]).get_heads())


def is_current() -> bool:
    """Whether the database has the structure of the newest migration. Asks the database once."""
    connection = db.session.connection()
    return frozenset(MigrationContext.configure(connection).get_current_heads()) == _newest()


def _engine() -> sa.Engine:
    if db.engine.dialect.name != "sqlite":
        return db.engine
    engine = sa.create_engine(db.engine.url, poolclass=sa.NullPool)

    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA busy_timeout=10000")
        connection.create_collation("danish", collate)
        connection.create_function("fold", 1, fold, deterministic=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _ours(thing: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
    if kind == "table":
        return not is_search_table(name)
    return not is_search_table(getattr(getattr(thing, "table", None), "name", None))


alembic = Migrations(run_mkdir=False, metadatas=Base.metadata)


def init_app(app: Flask) -> None:
    app.config["ALEMBIC"] = {"script_location": str(FOLDER)}
    app.config["ALEMBIC_CONTEXT"] = {
        "render_as_batch": True, "include_object": _ours, "compare_type": True, "compare_server_default": False,
        "transactional_ddl": True,
    }  # fmt: skip
    alembic.init_app(app)
