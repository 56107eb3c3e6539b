"""How the history tells of readings."""

from __future__ import annotations

from app.balances.labels import FIELDS, STOPS
from app.balances.labels import VALUES as READING_VALUES
from app.core.languages import lazy

SENTENCES = {
    "balances.read": lazy("%(actor)s read the balances."),
    "balances.practice_read": lazy("%(actor)s entered how the practice as a whole is read."),
}

LABELS = {"reading": FIELDS}
VALUES = {"reading": READING_VALUES, "goal": STOPS}  # a goal repeats where its newest reading places it
