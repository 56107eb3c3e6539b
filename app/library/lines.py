"""The library as people meet it: the shipped lines with the organisation's own words on top. Pure rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.core.languages import language
from app.goals.models import Aspect
from app.library.labels import ANSWERS, POLES
from app.library.models import LibraryLine, LineKind
from app.library.shipped import Shipped


@dataclass(frozen=True)
class Line:
    """One gain or strain. `key` names it in addresses: the shipped key, or the number of an own line.

    `row` is what the organisation decided about it, `shipped` what came with the program; one of the two is there."""

    key: str
    aspect: Aspect
    kind: LineKind
    da: str
    en: str
    poles: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    factor: str = ""
    row: Any = None
    shipped: Shipped | None = None

    @property
    def version(self) -> int:
        """The version that a person sees; 0 where nobody has decided anything about the line yet."""
        return self.row.version if self.row is not None else 0

    @property
    def words(self) -> str:
        """The line in the reader's language, or in the other where it is written in one only."""
        return (self.da or self.en) if language() == "da" else (self.en or self.da)

    @property
    def lang(self) -> str:
        """The language of the words where it is not the reader's; otherwise ''."""
        if self.da and self.en:
            return ""
        spoken = "da" if self.da else "en"
        return "" if spoken == language() else spoken

    @property
    def is_hidden(self) -> bool:
        return self.row is not None and self.row.hidden

    @property
    def is_own(self) -> bool:
        """Whether the program ships no such line, or no longer does."""
        return self.shipped is None

    @property
    def is_reworded(self) -> bool:
        return self.shipped is not None and self.row is not None and self.row.is_reworded

    @property
    def is_ours(self) -> bool:
        return self.is_own or self.is_reworded

    @property
    def is_overtaken(self) -> bool:
        """Whether the shipped words have changed since the organisation put its own on top of them."""
        if not self.is_reworded or self.shipped is None:
            return False
        return (self.row.shipped_da, self.row.shipped_en) != (self.shipped.da, self.shipped.en)

    @property
    def where(self) -> list[Any]:
        """The poles and answers that it fits, in lazy words; those that are no longer known are left out."""
        known = POLES | ANSWERS
        return [known[code] for code in (*self.poles, *self.answers) if code in known]

    @property
    def is_general(self) -> bool:
        """Whether it may fit every goal."""
        return not self.poles and not self.answers


def merged(shipped: Mapping[str, Shipped], rows: Iterable[LibraryLine]) -> list[Line]:
    """Every line, hidden ones too: the shipped ones in their order with theirs on top, then the organisation's own."""
    found = {row.key or str(row.id): row for row in rows}
    own = [_own(key, row) for key, row in found.items() if key not in shipped]
    return [*(_on_top(line, found.get(line.key)) for line in shipped.values()), *own]


def _on_top(line: Shipped, row: LibraryLine | None) -> Line:
    if row is not None and row.is_reworded:
        return Line(
            line.key, row.aspect, row.kind, row.da, row.en, tuple(row.poles), tuple(row.answers), row.factor,
            row=row, shipped=line,
        )  # fmt: skip
    return Line(
        line.key, line.aspect, line.kind, line.da, line.en, line.poles, line.answers, line.factor,
        row=row, shipped=line,
    )  # fmt: skip


def _own(key: str, row: LibraryLine) -> Line:
    """A line that the program does not ship; one that it shipped once and nobody reworded keeps its last words."""
    da, en = (row.da, row.en) if row.is_reworded else (row.shipped_da, row.shipped_en)
    return Line(key, row.aspect, row.kind, da, en, tuple(row.poles), tuple(row.answers), row.factor, row=row)
