"""How the history tells about files."""

from __future__ import annotations

from app.core.languages import lazy

SENTENCES = {
    "upload.added": lazy("%(actor)s sent in the file %(subject)s."),
    "upload.mapped": lazy("%(actor)s said what the columns of %(subject)s hold."),
    "upload.taken_in": lazy("%(actor)s imported %(subject)s: %(new)s new goals, %(changed)s changed."),
}
