"""How the history and the inbox tell about comments; never with their text."""

from __future__ import annotations

from app.core.languages import lazy

SENTENCES = {
    "comment.added": lazy("%(actor)s commented."),
    "comment.replied": lazy("%(actor)s replied to a comment."),
    "comment.edited": lazy("%(actor)s edited a comment."),
}
NOTICES = {
    "comment.added": lazy("%(actor)s commented."),
    "comment.replied": lazy("%(actor)s replied to a comment."),
}
