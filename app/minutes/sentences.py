"""How the history and the inbox tell of minutes."""

from __future__ import annotations

from app.core.languages import lazy
from app.minutes.labels import FIELDS

SENTENCES = {
    "minutes.sent_out": lazy("%(actor)s sent out the minutes of %(subject)s."),
    "minutes.told": lazy("%(actor)s wrote what the colleagues are told of %(subject)s."),
    "minutes.stated": lazy("%(actor)s had a statement minuted at “%(subject)s”."),
    "minutes.unsaid": lazy("%(actor)s took back a statement at “%(subject)s”."),
    "minutes.remarked": lazy("%(actor)s made a remark to the minutes."),
    "minutes.settled": lazy("%(actor)s settled a remark to the minutes."),
    "minutes.approved": lazy("%(actor)s approved the minutes of %(subject)s for one side."),
    "minutes.approval_fell": lazy("The minutes of %(subject)s have changed: one side's approval no longer holds."),
    "minutes.locked": lazy(
        "The minutes of %(subject)s are approved by both sides and locked. "
        "Checksum of the committee's own version: %(digest)s"
    ),
    "minutes.added_to": lazy("%(actor)s added to the approved minutes."),
}
LABELS = {"minutes_statement": FIELDS, "minutes_remark": FIELDS, "minutes_addendum": FIELDS}
NOTICES = {
    "minutes.sent_out": lazy("%(actor)s sent out the minutes of this meeting. You can make remarks for some days."),
    "minutes.remarked": lazy("%(actor)s made a remark to the minutes of this meeting."),
    "minutes.settled": lazy("%(actor)s settled your remark to the minutes of this meeting."),
    "minutes.to_approve": lazy("%(actor)s approved the minutes of this meeting for one side; the other has still to."),
    "minutes.approval_fell": lazy(
        "The minutes of this meeting have changed since you approved them, so your approval no longer holds. Read them "
        "again, and approve them once more."
    ),
    "minutes.locked": lazy("The minutes of this meeting are approved by both sides."),
    "minutes.added_to": lazy("%(actor)s added to the approved minutes of this meeting."),
}
