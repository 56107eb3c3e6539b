"""The verbs on the library. What is shipped is never written to: a decision about it is a row under its key."""

from __future__ import annotations

from app.core.db import lock, session
from app.core.operation import Stale, operation, record
from app.goals.models import Aspect
from app.library.lines import Line
from app.library.models import LibraryLine, LineKind
from app.library.queries import own_count, row_of
from app.people.models import User

MOST_OWN = 400  # lines of the organisation's own: more than one can keep in view


class TooManyLines(ValueError):
    """The library holds as many lines of its own as it can; some must be reworded instead."""


@operation("library.added")
def add_line(
    *, aspect: Aspect, kind: LineKind, da: str, en: str, poles: list[str], answers: list[str], by: User
) -> LibraryLine:
    """Add a line of the organisation's own. TooManyLines when there is no room for it."""
    lock("library")
    if own_count() >= MOST_OWN:
        raise TooManyLines
    row = LibraryLine(aspect=aspect, kind=kind, da=da, en=en, poles=poles, answers=answers, created_by_id=by.id)
    session().add(row)
    record("library.added", row, by=by, also={"da": ("", da), "en": ("", en)})
    return row


@operation("library.revised")
def revise_line(
    line: Line, *, aspect: Aspect, kind: LineKind, da: str, en: str, poles: list[str], answers: list[str], by: User,
    version: int | None = None,
) -> None:  # fmt: skip
    """Say a line in the organisation's own words; the shipped words that it saw are kept beside them."""
    row = _row(line, by=by, version=version)
    row.aspect, row.kind, row.da, row.en, row.poles, row.answers = aspect, kind, da, en, poles, answers
    _note_shipped(row, line)
    if _says_what_is_shipped(row, line):
        _as_shipped(row, line)  # then it goes on following what is shipped
    record("library.revised", row, by=by, also={"da": (line.da, da), "en": (line.en, en)})


@operation("library.hidden")
def hide_line(line: Line, *, by: User) -> None:
    """Put a line aside: it is no longer proposed."""
    row = _row(line, by=by)
    if row.hidden:
        return
    row.hidden = True
    record("library.hidden", row, by=by)


@operation("library.brought_back")
def bring_back_line(line: Line, *, by: User) -> None:
    """Take a line that was put aside back into use."""
    if line.row is None:
        return
    row = _row(line, by=by)
    if not row.hidden:
        return
    row.hidden = False
    record("library.brought_back", row, by=by)


@operation("library.restored")
def restore_line(line: Line, *, by: User, version: int | None = None) -> None:
    """Let a shipped line say what is shipped again, and from now on what will be."""
    if line.shipped is None or not line.is_reworded:
        return
    row = _row(line, by=by, version=version)
    _as_shipped(row, line)
    words = {"da": (line.da, line.shipped.da), "en": (line.en, line.shipped.en)}
    record("library.restored", row, by=by, also=words)


def _row(line: Line, *, by: User, version: int | None = None) -> LibraryLine:
    """The row that holds what was decided about the line, made where there is none. Stale when somebody was faster."""
    lock("library")
    row = row_of(line)
    if version is not None and version != (row.version if row is not None else 0):
        raise Stale(row)
    if row is None:
        row = LibraryLine(key=line.key, created_by_id=by.id)
        _as_shipped(row, line)
        session().add(row)
        session().flush()  # so that the history tells what is decided now, not what was shipped
    return row


def _says_what_is_shipped(row: LibraryLine, line: Line) -> bool:
    one = line.shipped
    return (
        one is not None
        and (row.aspect, row.kind, row.da, row.en) == (one.aspect, one.kind, one.da, one.en)
        and {*row.poles, *row.answers} == {*one.poles, *one.answers}
    )


def _as_shipped(row: LibraryLine, line: Line) -> None:
    if line.shipped is None:
        return
    row.da = row.en = ""
    row.aspect, row.kind, row.factor = line.shipped.aspect, line.shipped.kind, line.shipped.factor
    row.poles, row.answers = list(line.shipped.poles), list(line.shipped.answers)
    _note_shipped(row, line)


def _note_shipped(row: LibraryLine, line: Line) -> None:
    if line.shipped is not None:
        row.shipped_da, row.shipped_en = line.shipped.da, line.shipped.en
