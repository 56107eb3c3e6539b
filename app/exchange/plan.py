"""What an import would do, row by row: new, changed, the same, or unusable and why. Nothing is written here."""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.exchange import cell_comments
from app.exchange.recognise import REQUIRED, mapped
from app.exchange.rows import LIMITS, Issue, Known, SheetRow, rows_of
from app.exchange.sheet import Grid, Unreadable, read
from app.goals.limits import latest_allowed

TELLING = 12  # letters of a title within another that make two goals look like one


class Fate(enum.StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"


@dataclass(frozen=True)
class Change:
    field: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Planned:
    """What would become of one row; `goal` is the one that it is about, None for a new one."""

    row: SheetRow
    fate: Fate
    goal: Any = None
    changes: tuple[Change, ...] = ()
    new_links: tuple[int, ...] = ()
    new_places: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    grid: Grid
    columns: Mapping[int, str]
    rows: list[Planned]

    def having(self, fate: Fate) -> list[Planned]:
        return [planned for planned in self.rows if planned.fate is fate]

    @property
    def digest(self) -> str:
        """The same for the same plan: what it adds, and what it changes from what to what."""
        said = [
            (p.row.number, p.fate, p.goal and (p.goal.id, p.goal.version), sorted(p.row.answers.items(), key=str),
             p.new_links, sorted(p.new_places.items()))
            for p in self.rows
        ]  # fmt: skip
        return hashlib.sha256(repr(said).encode()).hexdigest()

    @property
    def would_change(self) -> bool:
        return bool(self.having(Fate.NEW) or self.having(Fate.CHANGED))


def make(
    name: str, content: bytes, by_hand: Mapping[int, str], known: Known, goals: Mapping[tuple[int, str], Any]
) -> Plan:
    """The plan for a file. Unreadable when the file is, or when it has no column for unit or title."""
    grid = read(name, content)
    columns = mapped(grid.heads, by_hand)
    if not set(REQUIRED) <= set(columns.values()):
        raise Unreadable("columns_missing")
    notes = cell_comments.of_sheet(content, grid.name) if content.startswith(b"PK") else {}
    rows = rows_of(grid, columns, known, notes)
    of_unit: dict[int, list[tuple[str, Any]]] = {}
    for (unit, title), goal in goals.items():
        of_unit.setdefault(unit, []).append((title, goal))
    return Plan(grid, columns, [_planned(row, goals, of_unit, known) for row in rows])


def _planned(
    row: SheetRow,
    goals: Mapping[tuple[int, str], Any],
    of_unit: Mapping[int, list[tuple[str, Any]]],
    known: Known,
) -> Planned:
    if not row.is_usable:
        return Planned(row, Fate.WRONG)
    goal = goals.get((row.answers["unit_id"], row.title.casefold()))
    if goal is None:
        _say_what_it_resembles(row, of_unit.get(row.answers["unit_id"], []), known)
        return Planned(row, Fate.NEW, new_links=tuple(row.links), new_places=row.places)
    _draw_nearer(row, goal)
    _add_to_note(row, goal)
    _leave_what_is_agreed(row, goal)
    changes = tuple(
        Change(name, getattr(goal, name), value)
        for name, value in row.answers.items()
        if _differs(getattr(goal, name), value)
    )
    linked = {link.objective_id for link in goal.links}
    links = tuple(key for key in row.links if key not in linked)
    places = {name: place for name, place in row.places.items() if getattr(goal, name) != place}
    fate = Fate.CHANGED if changes or links or places else Fate.SAME
    return Planned(row, fate, goal, changes, links, places)


def _say_what_it_resembles(row: SheetRow, others: list[tuple[str, Any]], known: Known) -> None:
    unit, title = row.answers["unit_id"], row.title.casefold()
    if (unit, title) in known.retired:
        row.issues.append(Issue(row.places_of["title"], "was_retired", hint=known.retired[unit, title]))
    for other, goal in others:
        shorter, longer = sorted((title, other), key=len)
        if len(shorter) >= TELLING and shorter in longer:
            row.issues.append(Issue(row.places_of["title"], "resembles", hint=str(goal)))


def _add_to_note(row: SheetRow, goal: Any) -> None:
    """A note of the sheet stands below the goal's own; one that the goal has already is no change."""
    note = row.answers.get("note")
    if note and goal.note:
        row.answers["note"] = goal.note if note in goal.note else f"{goal.note}\n{note}"[: LIMITS["note"]]


def _leave_what_is_agreed(row: SheetRow, goal: Any) -> None:
    """Where the committee agreed on a place, a sheet does not move it."""
    moved = [name for name, place in row.places.items() if goal.is_agreed and getattr(goal, name) != place]
    if moved:
        row.issues.append(Issue(row.places_of.get(moved[0], f"{row.number}"), "was_agreed"))
        row.places = {}


def _draw_nearer(row: SheetRow, goal: Any) -> None:
    """Where the sheet's review is later than the goal's risk allows: it keeps its own, or gets the last one allowed.

    A goal that has a date in time keeps it, so that the same sheet changes nothing when it is read again later."""
    wanted, latest = row.answers.get("next_review_on"), latest_allowed(goal)
    if wanted is None or latest is None or wanted <= latest or wanted == goal.next_review_on:
        return
    own = goal.next_review_on
    row.answers["next_review_on"] = own if own is not None and own <= latest else latest
    taken = f"{row.answers['next_review_on']:%d.%m.%Y}"
    row.issues.append(Issue(row.places_of.get("next_review_on", f"{row.number}"), "review_drawn_nearer", hint=taken))


def _differs(old: Any, new: Any) -> bool:
    """Whether the sheet says something else; case and ends of texts are no difference."""
    if isinstance(old, str) and isinstance(new, str):
        return old.strip().casefold() != new.strip().casefold()
    return bool(old != new)
