"""How the history and the inbox tell of goals that pull against each other; the other goal only by its number."""

from __future__ import annotations

from app.core.languages import lazy

SENTENCES = {
    "tension.marked": lazy("%(actor)s marked that the goal pulls against %(other)s."),
    "tension.ended": lazy("%(actor)s ended the tension with %(other)s."),
}
NOTICES = {
    "tension.marked": lazy("%(actor)s marked that the goal pulls against %(other)s."),
    "tension.ended": lazy("%(actor)s ended the tension with %(other)s."),
}
