"""What a person types into the form about a line, and lines that stand in the library."""

from __future__ import annotations

from typing import Any

from app.goals.models import Aspect
from app.library.lines import Line
from app.library.models import LibraryLine, LineKind
from app.library.operations import add_line, revise_line
from app.library.queries import find_line

KEY = "level.left.rivalry"


def typed(line: Line | None = None, **changed: Any) -> dict[str, Any]:
    """An answer to each field; of a new line where none is given."""
    said: dict[str, Any] = {
        "kind": "strain", "aspect": "fairness", "da": "Køretiden tæller ikke med", "en": "Driving is not counted",
        "poles": ["process:left"], "answered": [],
    }  # fmt: skip
    if line is not None:
        said = {
            "kind": line.kind.value, "aspect": line.aspect.value, "da": line.da, "en": line.en,
            "poles": list(line.poles), "answered": list(line.answers), "version": line.version,
        }  # fmt: skip
    return said | changed


def added(cast: Any, **changed: Any) -> LibraryLine:
    said = {
        "aspect": Aspect.FAIRNESS, "kind": LineKind.STRAIN, "da": "Køretiden tæller ikke med",
        "en": "Driving is not counted", "poles": ["process:left"], "answers": [],
    }  # fmt: skip
    return add_line(by=cast.ida, **(said | changed))


def the_line(cast: Any, key: str = KEY) -> Line:
    found = find_line(cast.bo, key=key)
    assert found is not None
    return found


def reworded(cast: Any, key: str = KEY, **changed: Any) -> Line:
    """A shipped line in the organisation's own words."""
    line = the_line(cast, key)
    said = {
        "aspect": line.aspect, "kind": line.kind, "da": "Vi bliver rivaler", "en": "We become rivals",
        "poles": list(line.poles), "answers": list(line.answers),
    }  # fmt: skip
    revise_line(line, by=cast.ida, **(said | changed))
    return the_line(cast, key)
