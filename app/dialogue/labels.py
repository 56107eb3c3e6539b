"""Words for the themes of the questions, for whom they are meant, and the fields of the forms."""

from __future__ import annotations

from app.balances.labels import NAMES
from app.core.languages import lazy
from app.dialogue.models import Audience, Theme

THEMES = {
    Theme.GENERAL: lazy("Measuring as a whole"),
    Theme.FOCUS: NAMES["focus"],
    Theme.LEVEL: NAMES["level"],
    Theme.PROCESS: NAMES["process"],
    Theme.USE: NAMES["use"],
    Theme.OVERVIEW: lazy("All four balances"),
    Theme.FOREWORD: lazy("Meaning and influence"),
    Theme.CONCEPT: lazy("What we mean by the words"),
}
AUDIENCES = {
    Audience.STRATEGIC: lazy("Those who decide on the strategy"),
    Audience.LOCAL: lazy("Those who work by the goals"),
    Audience.BOTH: lazy("Both"),
}
AUDIENCES_SHORT = {
    Audience.STRATEGIC: lazy("Strategic"), Audience.LOCAL: lazy("Local"), Audience.BOTH: lazy("Strategic and local"),
}  # fmt: skip
FIELDS = {
    "theme": lazy("Theme"), "audience": lazy("For whom"), "da": lazy("In Danish"), "en": lazy("In English"),
    "hidden_on": lazy("Put aside"),
}  # fmt: skip
SESSION_FIELDS = {
    "held_on": lazy("Day"), "summary": lazy("What we take with us"), "ended_on": lazy("Ended"),
    "questions": lazy("Questions"), "answer": lazy("Answer"),
}  # fmt: skip
