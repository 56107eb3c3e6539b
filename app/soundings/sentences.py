"""How the history and the inbox tell of soundings: that they opened and closed, never who took part."""

from __future__ import annotations

from app.core.languages import lazy
from app.soundings.labels import FIELDS

SENTENCES = {
    "sounding.opened": lazy("%(actor)s opened a sounding in %(committee)s."),
    "sounding.closed": lazy("%(actor)s closed the sounding in %(committee)s."),
    "sounding.agreed": lazy("%(actor)s recorded what %(committee)s agreed on after its sounding."),
}
NOTICES = {
    "sounding.opened": lazy("%(actor)s opened a sounding in %(committee)s, and you are asked."),
    "sounding.closed": lazy("The sounding in %(committee)s is closed."),
}
LABELS = {"sounding": FIELDS}
