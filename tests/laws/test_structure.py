"""Models and migrations say the same; migrating up and down keeps the rows."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.script import ScriptDirectory
from flask import Flask

from app.core.db import Base, db, session
from app.core.migrations import FOLDER, alembic
from app.core.search import is_search_table
from tests.cast import Cast


def test_models_equal_migrations(app: Flask) -> None:
    differences = [d for d in compare_metadata(alembic.migration_context, Base.metadata) if not _of_search(d)]
    alembic.migration_context.connection.rollback()
    assert not differences, f"write a migration for: {differences}"


def _of_search(difference: tuple) -> bool:
    thing = difference[1] if isinstance(difference, tuple) and len(difference) > 1 else None
    return is_search_table(getattr(thing, "name", None)) or is_search_table(
        getattr(getattr(thing, "table", None), "name", None)
    )


def test_there_is_one_head() -> None:
    heads = ScriptDirectory(str(FOLDER), version_locations=[str(FOLDER)]).get_heads()
    assert len(heads) == 1, f"migrations have parted: {heads}"


def test_up_keeps_every_row_and_copies_the_file_first(app: Flask, cast: Cast) -> None:
    """Down to the first structure and up again with data in it: what the first structure holds is still there."""
    before = _counts()
    session().close()
    head = alembic.script_directory.get_current_head()
    alembic.downgrade("0001")
    alembic.upgrade(head)
    assert _counts() == before


def test_foreign_keys_hold_outside_migrations(app: Flask, cast: Cast) -> None:
    if db.engine.dialect.name != "sqlite":
        return
    assert session().scalar(sa.text("PRAGMA foreign_keys")) == 1


def test_a_migration_that_rebuilds_a_parent_table_keeps_its_children(app: Flask, cast: Cast, tmp_path: Path) -> None:
    """The trap: with foreign keys on, rebuilding a table on SQLite deletes the rows that point to it."""
    if db.engine.dialect.name != "sqlite":
        return
    session().close()
    connection = alembic.migration_context.connection
    with connection.begin():
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 0
        with alembic.op.batch_alter_table("goal", recreate="always") as batch:
            batch.alter_column("note", server_default="")
        assert connection.exec_driver_sql("SELECT count(*) FROM goal_objective").scalar() == 1
        assert connection.exec_driver_sql("SELECT count(*) FROM goal").scalar() == 2


def _counts() -> dict[str, int]:
    found = {
        table.name: session().scalar(sa.select(sa.func.count()).select_from(table))
        for table in Base.metadata.sorted_tables
    }
    session().rollback()
    return found
