"""How the history and the inbox tell of items."""

from __future__ import annotations

from app.core.languages import lazy

SENTENCES = {
    "meeting_item.drawn": lazy("The register brought items onto the agenda of %(subject)s: %(count)s new."),
    "meeting_item.drawn_anew": lazy("The register brought the agenda of %(subject)s up to date."),
    "meeting_item.added": lazy("%(actor)s added the item “%(subject)s”."),
    "meeting_item.proposed": lazy("%(actor)s proposed the item “%(subject)s”."),
    "meeting_item.put": lazy("The item “%(subject)s” was put onto the agenda."),
    "meeting_item.revised": lazy("%(actor)s revised the item “%(subject)s”."),
    "meeting_item.ordered": lazy("%(actor)s changed the order of the items of %(subject)s."),
    "meeting_item.moved": lazy("%(actor)s moved the item “%(subject)s” to another meeting."),
    "meeting_item.dropped": lazy("%(actor)s took the item “%(subject)s” off the agenda."),
    "meeting_item.restored": lazy("%(actor)s put the item “%(subject)s” back onto the agenda."),
    "meeting_item.asked": lazy("%(actor)s chose dialogue questions for the item “%(subject)s”."),
    "meeting_item.taken_up": lazy("%(actor)s put a dialogue onto the agenda, at “%(subject)s”."),
    "meeting_annex.added": lazy("%(actor)s added the annex “%(subject)s”."),
    "meeting_annex.removed": lazy("%(actor)s removed the annex “%(subject)s”."),
}
LABELS = {"meeting_annex": {"name": lazy("Name"), "media_type": lazy("Type"), "size": lazy("Size in bytes")}}
NOTICES = {
    "meeting_item.proposed": lazy("%(actor)s proposed this item for one of your meetings."),
    "meeting_item.moved": lazy("%(actor)s moved the item that you proposed to another meeting, and said why."),
}
