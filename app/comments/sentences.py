"""How the history and the inbox tell about comments; never with their text."""

from __future__ import annotations

from app.core.languages import lazy

SENTENCES = {
    "comment.added": lazy("%(actor)s commented."),
    "comment.replied": lazy("%(actor)s wrote in a thread."),
    "comment.edited": lazy("%(actor)s edited a comment."),
    "answer.given": lazy("%(actor)s answered what the other side had asked."),
    "answer.accepted": lazy("%(actor)s accepted an answer."),
    "answer.taken_up": lazy("%(actor)s took a thread up again after an answer."),
}
NOTICES = {
    "comment.added": lazy("%(actor)s commented."),
    "comment.replied": lazy("%(actor)s wrote in a thread."),
    "answer.given": lazy("%(actor)s answered what you asked."),
    "answer.accepted": lazy("%(actor)s accepted your answer."),
    "answer.taken_up": lazy("%(actor)s took a thread up again after an answer."),
}
