"""A verb holds its whole meaning: one transaction, the duty to record, and notices that leave after it.

`@operation("goal.revised")` opens the one transaction, or joins the open one, and commits once, at the outermost.
Within it `record()` writes the event and `tell()` queues a notice. An operation that changed rows and recorded nothing
raises, and so does a write outside any operation. Rows that are a trail themselves (`__own_trail__`: what somebody was
told, mailed, reminded of) are written in an operation too, but have no event of their own beside them.
`@operation(traceless="why")` is for what must leave no trace: there it is recording that raises.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, ParamSpec, Protocol, TypeVar

from flask import Flask
from sqlalchemy import Column, inspect, update
from sqlalchemy import event as listen
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.orm.exc import StaleDataError

from app.core.audit import Event, changes, label_of
from app.core.db import as_plain, begin_writing, db, end_writing, now
from app.core.notices import SEERS, Notice

P = ParamSpec("P")
R = TypeVar("R")

# What follows from whatever an operation did: asked at its end, before it commits, and free to record and tell more.
# Rooms hand theirs in when the app is made.
AT_THE_END: list[Callable[[], object]] = []

OPERATIONS: dict[str, frozenset[str]] = {}  # "goals.operations.revise_goal" -> the codes it may record
TRACELESS: dict[str, str] = {}  # those that must leave no trace -> why


class Unrecorded(RuntimeError):
    """An operation changed rows and recorded no event."""


class Traced(RuntimeError):
    """An operation that must leave no trace tried to record or to tell something."""


class WriteOutsideOperation(RuntimeError):
    """Something wrote to the database without an operation around it."""


class Stale(ValueError):
    """What somebody wants to change has changed since they opened it; `thing` is how it stands now."""

    def __init__(self, thing: Any) -> None:
        super().__init__(f"{thing} has changed meanwhile")
        self.thing = thing


class Person(Protocol):
    """Whoever does something: an account, or None for the program itself."""

    id: Any
    name: Any


@dataclass
class _Pending:
    event: Event
    thing: Any
    about: Any


@dataclass
class _Running:
    """What the outermost operation gathers until it commits."""

    codes: list[frozenset[str] | None] = field(default_factory=list)  # None: leaves no trace
    events: list[_Pending] = field(default_factory=list)
    notices: list[tuple[Notice, Any, Any]] = field(default_factory=list)
    changed: bool = False


def operation(*codes: str, traceless: str = "") -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a function as an operation that may record events of these codes, or says why it must leave no trace."""
    if codes and traceless:
        raise ValueError("What leaves no trace records nothing.")

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        name = f"{function.__module__.removeprefix('app.')}.{function.__name__}"
        OPERATIONS[name] = frozenset(codes)
        if traceless:
            TRACELESS[name] = traceless

        @functools.wraps(function)
        def running(*args: P.args, **kwargs: P.kwargs) -> R:
            return _run(None if traceless else frozenset(codes), lambda: function(*args, **kwargs))

        running.operation_codes = frozenset(codes)  # type: ignore[attr-defined]
        return running

    return decorate


def _run(codes: frozenset[str] | None, do: Callable[[], R]) -> R:
    info = db.session.info
    outermost = "operation" not in info
    was_reading = begin_writing() if outermost else False
    if outermost:
        info["operation"] = _Running()
    running: _Running = info["operation"]
    running.codes.append(codes)
    try:
        answer = do()
        if outermost:
            _close(running)
    except BaseException as error:
        if outermost:
            db.session.rollback()
        if isinstance(error, StaleDataError):
            raise Stale(None) from error
        raise
    finally:
        running.codes.pop()
        if outermost:
            del info["operation"]
            end_writing(was_reading)
    return answer


def _close(running: _Running) -> None:
    session = db.session
    session.flush()
    must_record = running.codes != [None]
    if running.changed and must_record and not running.events:
        raise Unrecorded("Rows were changed but no event was recorded: call record() in the operation.")
    for follow in AT_THE_END if running.events else ():
        follow()
    session.flush()
    for pending in running.events:
        pending.event.subject_id, pending.event.subject_label = pending.thing.id, label_of(pending.thing)
        pending.event.about_id, pending.event.about_label = pending.about.id, label_of(pending.about)
        session.add(pending.event)
    for notice, thing, about in _seen(running.notices):
        notice.subject_id, notice.about_id, notice.about_label = thing.id, about.id, label_of(about)
        session.add(notice)
    session.commit()


def _seen(notices: list[tuple[Notice, Any, Any]]) -> list[tuple[Notice, Any, Any]]:
    """The notices without those to people who can't see what they are about."""
    told: dict[int, set[int]] = {}
    for notice, _thing, about in notices:
        told.setdefault(id(about), set()).add(notice.user_id)
    seeing = {
        id(about): SEERS[notice.about_type](about, told[id(about)]) if notice.about_type in SEERS else told[id(about)]
        for notice, _thing, about in notices
    }
    return [(notice, thing, about) for notice, thing, about in notices if notice.user_id in seeing[id(about)]]


def _running() -> _Running:
    running = db.session.info.get("operation")
    if running is None:
        raise WriteOutsideOperation("record() and tell() belong inside an @operation.")
    if None in running.codes:
        raise Traced("This operation must leave no trace: neither an event nor a notice.")
    return running  # type: ignore[no-any-return]


def record(
    code: str,
    thing: Any,
    *,
    by: Person | None,
    about: Any = None,
    audience: str | None = None,
    also: Mapping[str, tuple[Any, Any]] | None = None,
    **data: Any,
) -> None:
    """Record that `by` did `code` to `thing`, with its old and new values as they stand before they are flushed.

    `about` is the thing in whose history it shows (default: the thing itself), `audience` the key of those who may read
    it (default: all who may see the thing), `also` what changed in rows of their own, as {field: (old, new)}, `data`
    what else the sentence needs.
    """
    running = _running()
    if not any(code in codes for codes in running.codes if codes is not None):
        raise ValueError(f"{code} is not among the codes that the operation declares.")
    about = thing if about is None else about
    with db.session.no_autoflush:
        event = Event(
            at=now(), code=code, actor_id=by.id if by else None, actor_label=by.name if by else "", audience=audience,
            subject_type=thing.__event_name__, about_type=about.__event_name__, data=as_plain(data),
            changes=changes(db.session, thing) | _differing(also or {}),
        )  # fmt: skip
    running.events.append(_Pending(event, thing, about))
    db.session.flush()  # the next event on the same thing then tells only what came after this one


def _differing(also: Mapping[str, tuple[Any, Any]]) -> dict[str, list[Any]]:
    return {name: [as_plain(old), as_plain(new)] for name, (old, new) in also.items() if old != new}


def keep_back(thing: Any, recorded: Mapping[str, Collection[int]], *, audience: str) -> None:
    """Let only that audience read what was recorded for everybody so far of a thing that is no longer for everybody.

    `recorded` holds the keys of the thing and of all that belongs to it, by the names that events know them by. It is
    the events that change, not their readers: each history, feed and export asks an event for its audience and for
    nothing else, so that none of them can forget it. What an event says stays as it was written. Notices, which hold
    names and no words, call the thing from now on what it is called now."""
    session = db.session
    _running()
    session.flush()
    for kind, keys in recorded.items():
        told = update(Event).where(Event.subject_type == kind, Event.subject_id.in_(keys), Event.audience.is_(None))
        session.execute(told.values(audience=audience))
    notices = update(Notice).where(Notice.about_type == thing.__event_name__, Notice.about_id == thing.id)
    session.execute(notices.values(about_label=label_of(thing)))


def touch(thing: Any) -> None:
    """Move a thing's version on although only rows of its own below it change, so that the next who saves notices."""
    mapper = inspect(thing).mapper
    kept = {*mapper.primary_key, mapper.version_id_col}
    stored = (one for one in mapper.column_attrs if isinstance(one.columns[0], Column))
    flag_modified(thing, next(one.key for one in stored if one.columns[0] not in kept))


def count_up(thing: Any, name: str) -> None:
    """Add one to a number of a thing in the database itself, without moving its version: for what is no edit."""
    kind = type(thing)
    column = getattr(kind, name)
    db.session.execute(update(kind).where(kind.id == thing.id).values({column: column + 1}))


def tell(user_id: int, code: str, *, thing: Any, about: Any, by: Person | None, **data: Any) -> None:
    """Queue a notice for a person. It is saved with the change, or not at all, and nobody is told what they did."""
    if by is not None and by.id == user_id:
        return
    notice = Notice(
        user_id=user_id, code=code, at=now(), actor_label=by.name if by else "", subject_type=thing.__event_name__,
        about_type=about.__event_name__, data=as_plain(data),
    )  # fmt: skip
    _running().notices.append((notice, thing, about))


def check_version(thing: Any, version: int | None) -> None:
    """Raise Stale when the thing is no longer the version that a person saw. None: no person looked, as in the demo."""
    if version is not None and thing.version != version:
        raise Stale(thing)


@listen.listens_for(Session, "before_flush")
def _before_flush(session: Session, _context: object, _instances: object) -> None:
    changed = [thing for thing in session.dirty if session.is_modified(thing)]
    kinds = {type(thing) for thing in (*session.new, *session.deleted, *changed)}
    if kinds:
        _note_write(session, kinds)


@listen.listens_for(Session, "do_orm_execute")
def _do_orm_execute(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        _note_write(state.session, {state.bind_mapper.class_ if state.bind_mapper else object})


def _note_write(session: Session, kinds: set[type]) -> None:
    running: _Running | None = session.info.get("operation")
    if running is None:
        raise WriteOutsideOperation("Every change of data goes through an @operation.")
    if not all(getattr(kind, "__own_trail__", False) for kind in kinds):
        running.changed = True


def init_app(app: Flask) -> None:
    app.extensions["operations"] = OPERATIONS
