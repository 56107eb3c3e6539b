"""How the history tells of yearly duties and calendar links."""

from __future__ import annotations

from app.core.languages import lazy
from app.wheel.labels import FIELDS, LINK_FIELDS

SENTENCES = {
    "yearly_duty.added": lazy("%(actor)s added a yearly duty."),
    "yearly_duty.revised": lazy("%(actor)s revised a yearly duty."),
    "yearly_duty.ended": lazy("%(actor)s ended a yearly duty."),
    "yearly_duty.resumed": lazy("%(actor)s took up a yearly duty again."),
    "calendar_link.made": lazy("%(actor)s made a link for a calendar."),
    "calendar_link.revoked": lazy("%(actor)s closed a link for a calendar."),
}
LABELS = {"yearly_duty": FIELDS, "calendar_link": LINK_FIELDS}
