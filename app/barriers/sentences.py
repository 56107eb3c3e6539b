"""How the history and the inbox tell about barriers; never with their words."""

from __future__ import annotations

from app.barriers.labels import FIELDS
from app.barriers.labels import VALUES as WORDS
from app.core.languages import lazy

SENTENCES = {
    "barrier.reported": lazy("%(actor)s reported a barrier."),
    "barrier.assigned": lazy("%(actor)s said who takes a barrier away, and by when."),
    "barrier.removed": lazy("%(actor)s said that a barrier is removed."),
    "barrier.kept": lazy("%(actor)s said that a barrier stays, and why."),
    "barrier.reopened": lazy("%(actor)s said that a barrier is there again."),
}
NOTICES = {
    "barrier.reported": lazy("%(actor)s reported a barrier."),
    "barrier.assigned": lazy("%(actor)s asked you to take a barrier away."),
    "barrier.removed": lazy("%(actor)s said that a barrier is removed."),
    "barrier.kept": lazy("%(actor)s said that a barrier stays, and why."),
    "barrier.reopened": lazy("%(actor)s said that a barrier is there again."),
}
LABELS = {"barrier": FIELDS}
VALUES = {"barrier": WORDS}
