"""How the history tells what happened to the lines of the library."""

from __future__ import annotations

from app.core.languages import lazy
from app.goals.labels import ASPECTS
from app.library.labels import FIELDS, KINDS

SENTENCES = {
    "library.added": lazy("%(actor)s added »%(subject)s« to the library."),
    "library.revised": lazy("%(actor)s reworded »%(subject)s« in the library."),
    "library.hidden": lazy("%(actor)s put »%(subject)s« in the library aside."),
    "library.brought_back": lazy("%(actor)s took »%(subject)s« in the library back into use."),
    "library.restored": lazy("%(actor)s took the shipped words of »%(subject)s« in the library again."),
}
LABELS = {"library_line": FIELDS}
VALUES = {"library_line": {"aspect": ASPECTS, "kind": KINDS}}
