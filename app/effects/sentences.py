"""How the history and the inbox tell about unintended effects; never with their words."""

from __future__ import annotations

from app.core.languages import lazy

SENTENCES = {
    "effect.reported": lazy("%(actor)s reported an unintended effect."),
    "effect.answered": lazy("%(actor)s answered a report of an unintended effect."),
}
NOTICES = {
    "effect.reported": lazy("%(actor)s reported an unintended effect."),
    "effect.answered": lazy("%(actor)s answered what you reported."),
}
