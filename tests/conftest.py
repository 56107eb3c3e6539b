"""One app per worker, a fresh database with the same small cast for each test, on SQLite or PostgreSQL."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import psycopg
import pytest
from flask import Flask
from sqlalchemy.engine import Engine, make_url

from app import create_app
from app.core import clock
from app.core.db import db
from app.core.migrations import alembic
from config import settings
from tests.cast import Cast, make_cast, meet
from tests.page import Browser

SERVER = os.environ.get("PEJLING_TEST_DATABASE", "")

# A busy machine proves nothing about a rule: what is drawn for it may take its time.
hypothesis.settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("unhurried")

# Python looks through everything for garbage after each 700 new objects, and every page makes many thousands: a sixth
# of the time of a crawl through the app. Looking this seldom, the seven of test_side_only take 58 s rather than 67.
gc.set_threshold(50_000, 20, 20)


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

    def leave(self, engine: Engine) -> None:
        engine.dispose()


class PostgresStore:
    """A database made once; each kept state is a schema in it with a copy of every table, whose rows are put back.

    Making the database anew for each test from a template takes many times as long, and so does a new connection, which
    must learn all tables first. Both happen only after a test that changed the tables themselves. The server's user
    must be a superuser: keys and triggers rest while rows are put back.
    """

    def __init__(self, worker: str) -> None:
        self.server = make_url(SERVER)
        self.name = f"pejling_{worker}"
        self.url = self.server.set(database=self.name).render_as_string(hide_password=False)
        self.scripts: dict[str, str] = {}
        self._copy("template1", self.name)
        self.door = self._connected(self.name)
        self.shape = self._shape()

    def keep(self, name: str = "kept") -> None:
        self.shape, ask = self._shape(), self.door.execute
        ask(f"DROP SCHEMA IF EXISTS {name} CASCADE; CREATE SCHEMA {name}")
        put_back = ["SET session_replication_role = replica"]
        for (table,) in ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall():
            ask(f'CREATE TABLE {name}."{table}" AS TABLE public."{table}"')
            put_back.append(f'DELETE FROM public."{table}"')
            if ask(f'SELECT EXISTS (SELECT FROM {name}."{table}")').fetchone() == (True,):
                put_back.append(f'INSERT INTO public."{table}" SELECT * FROM {name}."{table}"')
        for (sequence,) in ask("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'").fetchall():
            value, called = ask(f'SELECT last_value, is_called FROM public."{sequence}"').fetchone() or ()
            put_back.append(f"SELECT setval('public.\"{sequence}\"', {value}, {called})")
        self.scripts[name] = ";".join(put_back)
        self._remake(self.name, f"{self.name}_kept")

    def restore(self, name: str = "kept") -> None:
        self.door.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND state LIKE 'idle in transaction%'"
        )
        self.door.execute(self.scripts[name])

    def leave(self, engine: Engine) -> None:
        """Connections stay open for the next test, unless this one changed the tables."""
        if self._shape() != self.shape:
            engine.dispose()
            self._remake(f"{self.name}_kept", self.name)

    def _shape(self) -> Any:
        """Tables, indexes and their columns, and triggers, as two numbers of which one changes when they do."""
        return self.door.execute(
            "SELECT (SELECT sum(hashtext(concat(attrelid, attname, atttypid, attnotnull))::bigint) FROM pg_attribute "
            "WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)), "
            "(SELECT sum(hashtext(concat(tgrelid, oid, tgenabled))::bigint) FROM pg_trigger)"
        ).fetchone()

    def _remake(self, source: str, target: str) -> None:
        self.door.close()
        self._copy(source, target)
        self.door = self._connected(self.name)

    def _copy(self, source: str, target: str) -> None:
        with self._connected(str(self.server.database)) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {target} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {target} TEMPLATE {source} STRATEGY FILE_COPY")

    def _connected(self, database: str) -> Any:
        url = self.server.set(drivername="postgresql", database=database).render_as_string(hide_password=False)
        return psycopg.connect(url, autocommit=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only those tests run that use a database: to all others it can say nothing new."""
    if SERVER:
        needless = [item for item in items if not {"store", "one_app"} & set(getattr(item, "fixturenames", ()))]
        config.hook.pytest_deselected(items=needless)
        kept = set(map(id, items)) - set(map(id, needless))
        items[:] = [item for item in items if id(item) in kept]


@pytest.fixture(scope="session", autouse=True)
def one_moment() -> Iterator[None]:
    """For all tests it is the moment at which they began, so that no midnight falls between the cast and a test."""
    with clock.at(clock.now()):
        yield


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[SqliteStore | PostgresStore]:
    if not SERVER:
        yield SqliteStore(tmp_path_factory.mktemp("database"))
        return
    made = PostgresStore(worker_id)
    yield made
    made.door.close()


@pytest.fixture(scope="session")
def one_app(store: SqliteStore | PostgresStore) -> Iterator[Flask]:
    app = create_app(settings({"PEJLING_ENV": "test", "PEJLING_DATABASE": store.url}))
    with app.app_context():
        alembic.upgrade()
        make_cast()
        db.session.close()
        db.engine.dispose()
    store.keep()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(one_app: Flask, store: SqliteStore | PostgresStore) -> Iterator[Flask]:
    store.restore()
    with one_app.app_context():
        yield one_app
        db.session.close()
        engine = db.engine
    store.leave(engine)


@pytest.fixture
def cast(app: Flask) -> Cast:
    """The people, units, committees and goals of every test, fetched in the test's own session."""
    return meet()


@pytest.fixture
def page(app: Flask) -> Callable[..., Browser]:
    """`page(cast.ida)` is a browser in which Ida is signed in; `page()` a stranger's."""
    return lambda user=None, language=None: Browser(app, user, language)
