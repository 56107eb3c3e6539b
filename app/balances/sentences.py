"""How the history tells of readings."""

from __future__ import annotations

from app.balances.labels import FIELDS, STOPS
from app.balances.labels import VALUES as READING_VALUES
from app.core.languages import lazy

SENTENCES = {
    "balances.read": lazy("%(actor)s read the balances."),
    "balances.side_read": lazy("%(actor)s entered how %(side)s in %(place)s reads the balances."),
    "balances.agreed": lazy("%(actor)s entered where %(place)s agrees that the goal stands."),
    "balances.practice_read": lazy("%(actor)s entered how the practice as a whole is read."),
}

NOTICES = {
    "balances.side_read": lazy("%(actor)s entered how their side in %(committee)s reads the goal."),
    "balances.agreed": lazy("%(actor)s entered where %(committee)s agrees that the goal stands."),
    "balances.practice_read": lazy("%(actor)s entered how their side reads the practice as a whole."),
    "balances.practice_agreed": lazy("%(actor)s entered what the committee agrees about the practice as a whole."),
}

LABELS = {"reading": FIELDS}
VALUES = {"reading": READING_VALUES, "goal": STOPS}  # a goal repeats where its newest reading places it
