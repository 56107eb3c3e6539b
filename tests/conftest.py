"""One app per worker, a fresh database with the same small cast for each test, on SQLite or PostgreSQL."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from flask import Flask
from sqlalchemy.engine import make_url

from app import create_app
from app.core import clock
from app.core.db import db
from app.core.migrations import alembic
from config import settings
from tests.cast import Cast, make_cast, meet
from tests.page import Browser

SERVER = os.environ.get("PEJLING_TEST_DATABASE", "")


class SqliteStore:
    """A database file made once and copied back before each test; others may be kept beside it by their names."""

    def __init__(self, folder: Path) -> None:
        self.file, self.folder = folder / "test.sqlite", folder
        self.url = f"sqlite:///{self.file}"

    def keep(self, name: str = "kept") -> None:
        self.file.replace(self.folder / f"{name}.sqlite")

    def restore(self, name: str = "kept") -> None:
        for end in ("-wal", "-shm"):
            self.file.with_name(self.file.name + end).unlink(missing_ok=True)
        shutil.copyfile(self.folder / f"{name}.sqlite", self.file)


class PostgresStore:
    """A database made once and used as the template of each test's own; others may be kept beside it by their names."""

    def __init__(self, worker: str) -> None:
        self.server = make_url(SERVER)
        self.name = f"pejling_{worker}"
        self.url = self.server.set(database=self.name).render_as_string(hide_password=False)
        self._run(f"DROP DATABASE IF EXISTS {self.name}", f"CREATE DATABASE {self.name}")

    def keep(self, name: str = "kept") -> None:
        kept = f"{self.name}_{name}"
        self._run(f"DROP DATABASE IF EXISTS {kept}", f"ALTER DATABASE {self.name} RENAME TO {kept}")

    def restore(self, name: str = "kept") -> None:
        self._run(
            f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)",
            f"CREATE DATABASE {self.name} TEMPLATE {self.name}_{name} STRATEGY FILE_COPY",
        )

    def _run(self, *statements: str) -> None:
        url = self.server.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(url, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)


@pytest.fixture(scope="session", autouse=True)
def one_moment() -> Iterator[None]:
    """For all tests it is the moment at which they began, so that no midnight falls between the cast and a test."""
    with clock.at(clock.now()):
        yield


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> SqliteStore | PostgresStore:
    return PostgresStore(worker_id) if SERVER else SqliteStore(tmp_path_factory.mktemp("database"))


@pytest.fixture(scope="session")
def one_app(store: SqliteStore | PostgresStore) -> Flask:
    app = create_app(settings({"PEJLING_ENV": "test", "PEJLING_DATABASE": store.url}))
    with app.app_context():
        alembic.upgrade()
        make_cast()
        db.session.remove() if hasattr(db.session, "remove") else db.session.close()
        db.engine.dispose()
    store.keep()
    return app


@pytest.fixture
def app(one_app: Flask, store: SqliteStore | PostgresStore) -> Iterator[Flask]:
    store.restore()
    with one_app.app_context():
        yield one_app
        db.session.close()
        db.engine.dispose()


@pytest.fixture
def cast(app: Flask) -> Cast:
    """The people, units, committees and goals of every test, fetched in the test's own session."""
    return meet()


@pytest.fixture
def page(app: Flask) -> Callable[..., Browser]:
    """`page(cast.ida)` is a browser in which Ida is signed in; `page()` a stranger's."""
    return lambda user=None, language=None: Browser(app, user, language)
