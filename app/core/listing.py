"""One engine for every list: filter, search, sort, pages, chosen columns, and the same columns for files.

A room describes its columns and filters once. The screen, XLSX and CSV are made from that description, so that none of
them can lose a column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

import sqlalchemy as sa
from flask import current_app
from markupsafe import Markup, escape
from werkzeug.datastructures import MultiDict

from app.core.db import session
from app.core.formats import number, short_day
from app.core.keys import is_key
from app.core.languages import gettext as _
from app.core.languages import ngettext
from app.core.search import matching

PER_PAGE = 50
Conditions = Callable[[Any], Any]


@dataclass(frozen=True)
class Column:
    """One column. `value` gives what a file holds (text, number, date or None); `show` names a template macro
    ("room/_cells.html:macro") that draws it on the screen; `sort` is the SQL to sort by, or None."""

    name: str
    label: Any
    value: Callable[[Any], Any]
    sort: Any = None
    show: str = ""
    numeric: bool = False
    shown: bool = True
    heads_row: bool = False


@dataclass(frozen=True)
class Filter:
    """One filter. `options` gives [(value, label)]; `where` turns a chosen value into an SQL condition."""

    name: str
    label: Any
    options: Callable[[], Iterable[tuple[Any, Any]]]
    where: Callable[[str], Any]
    kind: str = "select"
    blank: Any = None
    more: bool = False  # stands behind "More filters"
    takes_id: bool = False  # any whole number is a value; options are then only asked for when they are drawn

    def accepts(self, value: str) -> bool:
        return (self.takes_id and is_key(value)) or value in {str(option) for option, _label in self.options()}


@dataclass(frozen=True)
class Listing:
    """A whole list. `searched` is the kind of thing that free text finds, or what makes a condition of the words."""

    name: str
    columns: Sequence[Column]
    filters: Sequence[Filter] = ()
    searched: Any = None
    default_sort: str = ""
    key: Any = None  # a unique column, so that the order is the same each time
    per_page: int = PER_PAGE
    counted: Callable[[int], str] | None = None  # "40 goals"; otherwise "40 results"

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)

    def narrowed(self, statement: sa.Select[Any], args: MultiDict[str, str]) -> sa.Select[Any]:
        """The statement with the chosen filters and search words applied."""
        for each in self.filters:
            value = args.get(each.name, "")
            if value and each.accepts(value):
                statement = statement.where(each.where(value))
        words = args.get("q", "").strip()
        if not words or self.searched is None:
            return statement
        is_kind = isinstance(self.searched, type)
        return statement.where(matching(self.searched, words) if is_kind else self.searched(words))

    def ordered(self, statement: sa.Select[Any], args: MultiDict[str, str]) -> sa.Select[Any]:
        name, descending = self.sorting(args)
        column = self.column(name)
        if column is not None and column.sort is not None:
            clauses = column.sort() if callable(column.sort) else column.sort
            for clause in clauses if isinstance(clauses, tuple) else (clauses,):
                statement = statement.order_by((clause.desc() if descending else clause.asc()).nulls_last())
        return statement.order_by(self.key) if self.key is not None else statement

    def sorting(self, args: MultiDict[str, str]) -> tuple[str, bool]:
        """The column to sort by and whether backwards."""
        wish = args.get("sort", self.default_sort)
        column = self.column(wish.removeprefix("-"))
        if column is None or column.sort is None:
            wish = self.default_sort
        return wish.removeprefix("-"), wish.startswith("-")

    def chosen(self, args: MultiDict[str, str]) -> list[Column]:
        names = set(args.getlist("columns"))
        if not names:
            return [column for column in self.columns if column.shown]
        return [column for column in self.columns if column.name in names or column.heads_row]

    def read(self, statement: sa.Select[Any], args: MultiDict[str, str], *, path: str) -> ListPage:
        """One page of the list, as the query string `args` asks for it."""
        narrowed = self.narrowed(statement, args)
        total = session().scalar(self._counting(narrowed)) or 0
        last = max(1, -(-total // self.per_page))
        number_ = min(max(1, args.get("page", 1, type=int)), last)
        wanted = self.ordered(narrowed, args).limit(self.per_page).offset((number_ - 1) * self.per_page)
        rows = list(session().scalars(wanted).unique())
        return ListPage(self, rows, total, number_, last, args, path)

    def _counting(self, statement: sa.Select[Any]) -> sa.Select[int]:
        rows = statement.order_by(None)
        return sa.select(sa.func.count()).select_from(
            (rows.with_only_columns(self.key) if self.key is not None else rows).subquery()
        )

    def export(self, statement: sa.Select[Any], args: MultiDict[str, str]) -> tuple[list[Column], Iterator[list[Any]]]:
        """The chosen columns and, row by row, the values of everything that is filtered, in the order shown."""
        columns = self.chosen(args)
        wanted = self.ordered(self.narrowed(statement, args), args).execution_options(yield_per=500)
        rows = session().scalars(wanted)
        return columns, ([column.value(row) for column in columns] for row in rows)


@dataclass(frozen=True)
class Head:
    name: str
    label: Any
    numeric: bool
    sortable: bool
    sort_url: str
    sorted: str | None
    heads_row: bool


@dataclass(frozen=True)
class Choice:
    """A filter as a form draws it."""

    name: str
    label: Any
    kind: str
    options: list[tuple[str, Any]]
    value: str
    more: bool


@dataclass
class Pages:
    number: int
    count: int
    previous_url: str | None
    next_url: str | None


@dataclass
class ListPage:
    """A page of a list, with everything that its template asks for."""

    listing: Listing
    rows: list[Any]
    total: int
    page: int
    last_page: int
    args: MultiDict[str, str]
    path: str
    exports: list[tuple[Any, str]] = field(default_factory=list)

    def url(self, **changes: Any) -> str:
        """The list's address with some of its parameters changed; None takes one away."""
        values: dict[str, Any] = {key: self.args.getlist(key) for key in self.args}
        values = {key: [v for v in found if v] for key, found in values.items()}
        values.update(changes)
        kept = {key: value for key, value in values.items() if value}
        return f"{self.path}?{urlencode(kept, doseq=True)}" if kept else self.path

    def with_exports(self, **paths: tuple[Any, str]) -> ListPage:
        """The page with links to files of all that is filtered: xlsx=(label, path)."""
        query = self.url(page=None).partition("?")[2]
        self.exports = [
            (label, f"{path}{'&' if '?' in path else '?'}{query}" if query else path) for label, path in paths.values()
        ]
        return self

    @property
    def columns(self) -> list[Head]:
        name, descending = self.listing.sorting(self.args)
        return [
            Head(
                column.name, column.label, column.numeric, column.sort is not None,
                self.url(sort=f"-{column.name}" if column.name == name and not descending else column.name, page=None),
                ("desc" if descending else "asc") if column.name == name else None, column.heads_row,
            )
            for column in self.listing.chosen(self.args)
        ]  # fmt: skip

    def cell(self, row: Any, head: Head) -> Markup:
        column = self.listing.column(head.name)
        assert column is not None  # noqa: S101 - heads are made from the columns
        if column.show:
            file, _sep, macro = column.show.partition(":")
            return Markup(getattr(current_app.jinja_env.get_template(file).module, macro)(row))  # noqa: S704 - a macro escapes
        return escape(as_text(column.value(row)))

    @cached_property
    def filters(self) -> list[Choice]:
        return [
            Choice(
                f.name,
                f.label,
                f.kind,
                [("", f.blank or _("All")), *_as_text(f.options())],
                self.args.get(f.name, ""),
                f.more,
            )
            for f in self.listing.filters
        ]

    @property
    def search(self) -> str:
        return self.args.get("q", "")

    @property
    def chips(self) -> list[tuple[str, str]]:
        """What narrows the list, each with the address without it."""
        found = [(f"»{self.search}«", self.url(q=None, page=None))] if self.search.strip() else []
        for choice in self.filters:
            label = {str(value): text for value, text in choice.options if value}.get(choice.value)
            if label is not None:
                found.append((f"{choice.label}: {str(label).strip()}", self.url(**{choice.name: None, "page": None})))
        return found

    @property
    def is_filtered(self) -> bool:
        return bool(self.chips)

    @property
    def clear_url(self) -> str:
        return self.url(q=None, page=None, **{f.name: None for f in self.listing.filters})

    @property
    def pages(self) -> Pages:
        before = self.url(page=self.page - 1) if self.page > 1 else None
        after = self.url(page=self.page + 1) if self.page < self.last_page else None
        return Pages(self.page, self.last_page, before, after)

    @property
    def column_choices(self) -> list[tuple[str, Any, bool]]:
        chosen = {column.name for column in self.listing.chosen(self.args)}
        return [
            (column.name, column.label, column.name in chosen)
            for column in self.listing.columns
            if not column.heads_row
        ]

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Parameters that the filter form carries on: sorting and chosen columns."""
        return [(key, value) for key in ("sort", "columns") for value in self.args.getlist(key) if value]

    @property
    def carried(self) -> list[tuple[str, str]]:
        """Parameters that the form for columns carries on: everything but columns and page."""
        return [(k, v) for k in self.args for v in self.args.getlist(k) if v and k not in {"columns", "page"}]

    @property
    def summary(self) -> str:
        if self.listing.counted is not None:
            return self.listing.counted(self.total)
        return ngettext("%(num)s result", "%(num)s results", self.total)


def _as_text(options: Iterable[tuple[Any, Any]]) -> list[tuple[str, Any]]:
    return [(str(value), label) for value, label in options]


def as_text(value: Any) -> str:
    """A value as the screen shows it."""
    if value is None:
        return ""
    if isinstance(value, date | datetime):
        return short_day(value)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return number(value)
    return str(value)


def labels_as_options(labels: Mapping[Any, Any]) -> Callable[[], list[tuple[str, Any]]]:
    """The options of a filter over an enumeration."""
    return lambda: [(member.value, label) for member, label in labels.items()]
