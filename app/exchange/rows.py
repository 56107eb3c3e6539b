"""A sheet as rows of goals: what each says, and what in it can't be used, by cell and reason. Pure: names are matched
against lists that the caller hands in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.exchange.cells import (
    PERCENT,
    Parsed,
    as_text,
    parse_date,
    parse_measured,
    parse_minutes,
    parse_number,
    parse_place,
    parse_reward,
    parse_text,
)
from app.exchange.matching import Names, match_all
from app.exchange.sheet import Grid, letter

LIMITS = {"title": 300, "measure": 300, "measured_whom": 300, "purpose": 20_000, "note": 5_000}  # as in the form
PLACES = ("focus", "level", "process", "use")
SHARE = re.compile(r"andel|procent|pct|%|share|per ?cent|grad\b")
TOTALS = ("i alt", "total", "sum", "ialt")


@dataclass(frozen=True)
class Issue:
    """Something about a cell: its reference, the code of the reason, what stood there, whether it stops the row."""

    cell: str
    code: str
    text: str = ""
    stops: bool = False
    hint: str = ""


@dataclass
class SheetRow:
    """One row: its number in the sheet, the goal's answers by field, links, places, and issues."""

    number: int
    title: str = ""
    unit_name: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    links: list[int] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    places_of: Mapping[str, str] = field(default_factory=dict)  # the cell that each field stands in
    repeats: int | None = None

    @property
    def is_usable(self) -> bool:
        return not any(issue.stops for issue in self.issues)


@dataclass(frozen=True)
class Known:
    """The names that cells are held against."""

    units: Names
    people: Names
    objectives: Names
    retired: Mapping[tuple[int, str], str] = field(default_factory=dict)  # (unit, title without case): number


def rows_of(
    grid: Grid, columns: Mapping[int, str], known: Known, notes: Mapping[tuple[int, int], str] | None = None
) -> list[SheetRow]:
    """The rows of a grid that say anything; a row that repeats an earlier one says which."""
    found = []
    seen: dict[tuple[Any, str], int] = {}
    for number, cells in enumerate(grid.rows, grid.first_row):
        if not any(as_text(cell) for cell in cells):
            continue
        row = _Reader(number, cells, columns, known).read()
        _hang_notes(row, number, notes or {})
        key = (row.answers.get("unit_id"), row.title.casefold())
        if row.is_usable and key in seen:
            row.repeats = seen[key]
            row.issues.append(
                Issue(row.places_of.get("title", f"{number}"), "repeats", stops=True, hint=str(seen[key]))
            )
        elif row.is_usable:
            seen[key] = number
        found.append(row)
    return found


def _hang_notes(row: SheetRow, number: int, notes: Mapping[tuple[int, int], str]) -> None:
    own = [text for (line, _column), text in sorted(notes.items()) if line == number]
    if own:
        row.answers["note"] = "\n".join([*filter(None, [row.answers.get("note", "")]), *own])[: LIMITS["note"]]


class _Reader:
    """Reads one row, cell by cell."""

    def __init__(self, number: int, cells: Sequence[Any], columns: Mapping[int, str], known: Known) -> None:
        self.row = SheetRow(number)
        self.known = known
        self.cells = {name: cells[index] for index, name in columns.items() if index < len(cells)}
        self.places_of = {name: f"{letter(index)}{number}" for index, name in columns.items()}
        self.row.places_of = self.places_of

    def read(self) -> SheetRow:
        if self._is_total():
            self._note("unit", "total", stops=True)
            return self.row
        self._title()
        self._unit()
        self._owner()
        self._objectives()
        self._texts()
        self._figures()
        self._take("registration_minutes", parse_minutes)
        self._take("next_review_on", parse_date)
        self._take("hangs_on", parse_reward)
        self._measured()
        for place in PLACES:
            parsed = parse_place(self.cells.get(place))
            self._complain(place, parsed)
            if parsed.value is not None:
                self.row.places[place] = parsed.value
        return self.row

    def _is_total(self) -> bool:
        return as_text(self.cells.get("unit")).casefold() in TOTALS

    def _note(self, name: str, code: str, *, stops: bool = False, hint: str = "") -> None:
        cell = self.places_of.get(name, str(self.row.number))
        self.row.issues.append(Issue(cell, code, as_text(self.cells.get(name)), stops, hint))

    def _complain(self, name: str, parsed: Parsed) -> None:
        if parsed.error or parsed.remark:
            self._note(name, parsed.error or parsed.remark)

    def _take(self, name: str, parse: Any) -> None:
        parsed = parse(self.cells.get(name))
        self._complain(name, parsed)
        if parsed.value is not None:
            self.row.answers[name] = parsed.value

    def _title(self) -> None:
        self.row.title = as_text(self.cells.get("title"))
        if not self.row.title:
            self._note("title", "no_title", stops=True)
        elif len(self.row.title) > LIMITS["title"]:
            self._note("title", "too_long", stops=True)
        self.row.answers["title"] = self.row.title

    def _unit(self) -> None:
        self.row.unit_name = as_text(self.cells.get("unit"))
        if not self.row.unit_name:
            self._note("unit", "no_unit", stops=True)
            return
        found = self.known.units.match(self.row.unit_name)
        if found.key is None:
            self._note("unit", "unknown_unit", stops=True, hint=", ".join(found.alternatives))
            return
        self.row.answers["unit_id"] = found.key
        if found.certainty == "near":
            self._note("unit", "taken_for", hint=self.known.units[found.key])

    def _owner(self) -> None:
        name = as_text(self.cells.get("owner"))
        if not name:
            return
        found = self.known.people.match(name)
        if found.key is None:
            self._note("owner", "unknown_person", hint=", ".join(found.alternatives))
            return
        self.row.answers["owner_id"] = found.key
        if found.certainty == "near":
            self._note("owner", "taken_for", hint=self.known.people[found.key])

    def _objectives(self) -> None:
        keys, lost, near = match_all(as_text(self.cells.get("objectives")), self.known.objectives)
        self.row.links = keys
        for key in near:
            self._note("objectives", "taken_for", hint=self.known.objectives[key])
        for name in lost:
            self._note("objectives", "unknown_objective", hint=name)

    def _texts(self) -> None:
        for name in ("measure", "measured_whom", "purpose", "note"):
            parsed = parse_text(self.cells.get(name))
            if parsed.value is None:
                continue
            limit = LIMITS.get(name)
            if limit and len(parsed.value) > limit:
                self._note(name, "too_long")
            else:
                self.row.answers[name] = parsed.value

    def _figures(self) -> None:
        figures = [self.cells.get(name) for name in ("baseline", "decided_target")]
        small = [isinstance(figure, float) and 0 < figure <= 1 for figure in figures if figure not in (None, "")]
        about = f"{as_text(self.cells.get('measure'))} {self.row.title}".casefold()
        share = bool(small) and all(small) and SHARE.search(about) is not None
        for name in ("baseline", "decided_target"):
            parsed = parse_number(self.cells.get(name), share=share)
            self._complain(name, parsed)
            if parsed.value is not None:
                self.row.answers[name] = parsed.value
            if parsed.unit == PERCENT:
                self.row.answers["measure_unit"] = PERCENT

    def _measured(self) -> None:
        parsed = parse_measured(self.cells.get("measured_whom"))
        self._complain("measured_whom", parsed)
        if parsed.value is not None:
            self.row.answers["measured_level"] = parsed.value
