"""How the history and the inbox tell of what meetings recorded."""

from __future__ import annotations

from app.core.languages import lazy
from app.decisions.labels import FIELDS, KINDS

SENTENCES = {
    "outcome.recorded": lazy("%(actor)s recorded what %(committee)s decided."),
    "outcome.published": lazy("%(committee)s decided on this goal. The minutes of its meeting are out."),
    "outcome.reworded": lazy("%(actor)s put the words of the minutes right at “%(subject)s”."),
    "outcome.withdrawn": lazy("%(actor)s took back words that were recorded at “%(subject)s”."),
    "meeting_item.lifted": lazy("%(committee)s lifted “%(subject)s” to this committee."),
    "meeting_item.answered": lazy("%(committee)s answered what was lifted to it: %(words)s"),
    "meeting_item.carried": lazy("%(actor)s carried “%(subject)s” over to a later meeting."),
    "meeting_item.discussed": lazy("%(actor)s wrote down what was said at “%(subject)s”."),
    "meeting_item.question_answered": lazy("%(actor)s wrote down what was answered to a question at “%(subject)s”."),
    "meeting_item.treated": lazy("“%(subject)s” was treated."),
}
LABELS = {"outcome": FIELDS}
VALUES = {"outcome": {"kind": KINDS}}
NOTICES = {
    "outcome.recorded": lazy("%(committee)s has decided on this goal."),
    "meeting_item.lifted": lazy("%(committee)s has lifted this item to your committee."),
    "meeting_item.answered": lazy("%(committee)s has answered what your committee asked."),
}
