"""The database: base class, types that mean the same on SQLite and PostgreSQL, and SQLite made to behave."""

from __future__ import annotations

import enum
import inspect
import sqlite3
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from flask import Flask, request
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Session

from app.core.clock import now
from app.core.danish import collate, fold

__all__ = [
    "Base",
    "Counter",
    "Figure",
    "UtcDateTime",
    "as_plain",
    "code",
    "db",
    "folded",
    "lock",
    "next_number",
    "now",
    "session",
    "sorted_danish",
]

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(sa.TypeDecorator[datetime]):
    """A moment, always with time zone UTC; a naive one is refused (ValueError)."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs a time zone.")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Figure(sa.TypeDecorator[Decimal]):
    """A measured or wished-for figure; a Decimal in Python, a double in both databases (15 significant digits)."""

    impl = sa.Double
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: sa.Dialect) -> float | None:
        return None if value is None else float(value)

    def process_result_value(self, value: float | None, dialect: sa.Dialect) -> Decimal | None:
        if value is None:
            return None
        return Decimal(int(value)) if value.is_integer() else Decimal(repr(value))


def code(kind: type[enum.Enum]) -> sa.Enum:
    """The column type of an enumeration: its values as short text, checked in Python on the way in and out."""
    return sa.Enum(
        kind,
        native_enum=False,
        length=30,
        validate_strings=True,
        values_callable=lambda members: [m.value for m in members],
    )


class Base(DeclarativeBase):
    metadata = sa.MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads a plain dict
        datetime: UtcDateTime(),
        Decimal: Figure(),
        dict[str, Any]: sa.JSON(),
        list[str]: sa.JSON(),
    }


db = SQLAlchemy(session_options={"expire_on_commit": False, "autoflush": True})

# Reads begin a plain transaction; requests that may write, and operations, take SQLite's write lock at once, since a
# read that turns into a write later fails when another has written in between, however long the busy timeout is.
_reading: ContextVar[bool] = ContextVar("reading", default=True)


def begin_writing() -> bool:
    """End a transaction that began as a read, so that the next statement begins one that writes. Tells what it was."""
    was_reading = _reading.get()
    if was_reading:
        db.session.commit()
        _reading.set(False)
    return was_reading


def end_writing(was_reading: bool) -> None:
    _reading.set(was_reading)


def session() -> Session:
    return db.session


def init_app(app: Flask) -> None:
    db.init_app(app)
    # The extension would start an event loop after every request to close asynchronous sessions; we open none.
    closing = [close for close in app.teardown_appcontext_funcs if not inspect.iscoroutinefunction(close)]
    app.teardown_appcontext_funcs = closing
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            _tame_sqlite(db.engine)

    @app.before_request
    def note_whether_reading() -> None:
        _reading.set(request.method in {"GET", "HEAD", "OPTIONS"})

    @app.teardown_request
    def forget(_error: BaseException | None) -> None:
        _reading.set(True)


def _tame_sqlite(engine: sa.Engine) -> None:
    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # the driver's own BEGIN comes too late: see _begin
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA secure_delete=ON")  # what is replaced does not stay behind in the file
        connection.execute("PRAGMA busy_timeout=10000")
        connection.create_collation("danish", collate)
        connection.create_function("fold", 1, fold, deterministic=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN" if _reading.get() else "BEGIN IMMEDIATE")


def sorted_danish(column: Any) -> Any:
    """The column in Danish order (æ, ø, å last; aa as å), on either database."""
    name = "danish" if session().get_bind().dialect.name == "sqlite" else "da-x-icu"
    return sa.collate(column, name)


def folded(column: Any) -> Any:
    """The column in small letters, æ, ø and å as well, on either database."""
    is_sqlite = session().get_bind().dialect.name == "sqlite"
    return sa.func.fold(column) if is_sqlite else sa.func.lower(column)


class Counter(Base):
    """A running number per name; it never gives the same number twice."""

    __tablename__ = "counter"

    name: sa.orm.Mapped[str] = sa.orm.mapped_column(sa.String(40), primary_key=True)
    value: sa.orm.Mapped[int]


def next_number(name: str) -> int:
    """The next number of that name, locked until the transaction ends. To be called inside an operation."""
    taken = session().execute(
        sa.update(Counter).where(Counter.name == name).values(value=Counter.value + 1).returning(Counter.value)
    )
    number = taken.scalar_one_or_none()
    if number is None:
        session().add(Counter(name=name, value=1))
        session().flush()
        return 1
    return number


def lock(name: str) -> None:
    """Let nobody else pass the same point until the transaction ends. On SQLite only one writes at a time anyway."""
    if session().get_bind().dialect.name != "sqlite":
        session().execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtextextended(name, 0))))


def as_plain(value: object) -> Any:
    """A value as JSON can hold it: dates in ISO form, figures as text, codes as their value."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, datetime) or hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: as_plain(item) for key, item in value.items()}
    return value
