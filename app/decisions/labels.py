"""Words for outcomes."""

from __future__ import annotations

from app.core.languages import lazy
from app.decisions.models import OutcomeKind

KINDS = {
    OutcomeKind.NOTED: lazy("Taken note of"),
    OutcomeKind.DECIDED: lazy("Decision"),
    OutcomeKind.KEEP: lazy("The goal is kept"),
    OutcomeKind.ADJUST: lazy("The goal is adjusted"),
    OutcomeKind.HEAR_AGAIN: lazy("The goal is heard again"),
    OutcomeKind.RETIRE: lazy("The goal is retired"),
    OutcomeKind.PLACEMENT: lazy("Placement agreed"),
    OutcomeKind.ACTION: lazy("Action"),
    OutcomeKind.NEXT_REVIEW: lazy("Next review"),
    OutcomeKind.LIFT: lazy("Lifted to the committee above"),
    OutcomeKind.ANSWER: lazy("Answer to the committee that asked"),
    OutcomeKind.CARRIED: lazy("Carried over"),
}
# What is chosen on the strip, as one says it: "We decide to …".
DECIDE_TO = {
    OutcomeKind.KEEP: lazy("Keep it"),
    OutcomeKind.ADJUST: lazy("Adjust it"),
    OutcomeKind.HEAR_AGAIN: lazy("Hear it again"),
    OutcomeKind.RETIRE: lazy("Let it retire"),
}
# The look and the sign of an outcome; the words stand beside them.
LOOKS = {
    OutcomeKind.NOTED: ("", "info"),
    OutcomeKind.DECIDED: ("good", "check"),
    OutcomeKind.KEEP: ("good", "check"),
    OutcomeKind.ADJUST: ("info", "pencil"),
    OutcomeKind.HEAR_AGAIN: ("info", "hearing"),
    OutcomeKind.RETIRE: ("", "archive"),
    OutcomeKind.PLACEMENT: ("info", "sound"),
    OutcomeKind.ACTION: ("info", "action"),
    OutcomeKind.NEXT_REVIEW: ("", "calendar-link"),
    OutcomeKind.LIFT: ("", "lift"),
    OutcomeKind.ANSWER: ("good", "reply"),
    OutcomeKind.CARRIED: ("", "clock"),
}
FIELDS = {
    "kind": lazy("Kind"),
    "words": lazy("The words in the minutes"),
    "next_review_on": lazy("Next review"),
    "withdrawn_at": lazy("Taken back"),
    "committee": lazy("Committee"),
    "meeting": lazy("Meeting"),
    "goal": lazy("Goal"),
    "action": lazy("Action"),
}
