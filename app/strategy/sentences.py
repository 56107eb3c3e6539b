"""How the history tells what happened to objectives."""

from __future__ import annotations

from app.core.languages import lazy
from app.strategy.labels import FIELDS

SENTENCES = {
    "objective.added": lazy("%(actor)s added the objective %(subject)s."),
    "objective.revised": lazy("%(actor)s revised the objective %(subject)s."),
    "objective.closed": lazy("%(actor)s closed the objective %(subject)s."),
    "objective.reopened": lazy("%(actor)s opened the objective %(subject)s again."),
}
ADDRESSES = {"objective": ("strategy.show", "objective_id")}
LABELS = {"objective": FIELDS}
