"""How the history and the inbox tell of meetings."""

from __future__ import annotations

from app.core.languages import lazy
from app.meetings import labels
from app.meetings.points import POINTS

SENTENCES = {
    "meeting.planned": lazy("%(actor)s planned the meeting %(subject)s."),
    "meeting.revised": lazy("%(actor)s revised the meeting %(subject)s."),
    "meeting.called": lazy("%(actor)s called the meeting %(subject)s."),
    "meeting.opened": lazy("%(actor)s opened the meeting %(subject)s."),
    "meeting.cancelled": lazy("%(actor)s cancelled the meeting %(subject)s."),
    "meeting.attended": lazy("%(actor)s noted who was there at %(subject)s."),
    "meeting.guest_added": lazy("%(actor)s let %(guest)s take part in %(subject)s."),
    "meeting.regretted": lazy("%(who)s can't come to %(subject)s."),
}
LABELS = {
    "meeting": {**labels.FIELDS, **{one.value: label for one, label in labels.PRESENCES.items()}},
    "meeting_item": labels.ITEM_FIELDS,
}
NAMED = {"subject": {key: point.title for key, point in POINTS.items()}}  # what goes by the name of its fixed point
VALUES = {
    "meeting": labels.VALUES,
    "meeting_item": {**labels.ITEM_VALUES, **NAMED},
    **dict.fromkeys(("outcome", "minutes_statement", "minutes_remark", "minutes_addendum"), NAMED),
}
NOTICES = {
    "meeting.called": lazy("%(actor)s called this meeting, and you are asked to come."),
    "meeting.moved": lazy("%(actor)s changed the day, the time or the place of this meeting."),
    "meeting.cancelled": lazy("%(actor)s cancelled this meeting."),
    "meeting.invited": lazy("%(actor)s asked you to take part in this meeting."),
    "meeting.regretted": lazy("%(actor)s can't come to this meeting."),
    "meeting.stand_in": lazy("%(actor)s can't come to this meeting, and you stand in."),
}
MAILS = {"meeting": lazy("Invitation to a meeting")}
ADDRESSES = {"meeting": ("meetings.show", "meeting_id")}
