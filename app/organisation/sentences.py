"""How the history tells what happened to the organisation."""

from __future__ import annotations

from app.core.languages import lazy
from app.organisation import labels

SENTENCES = {
    "organisation.added": lazy("%(actor)s set up the register for %(subject)s."),
    "organisation.revised": lazy("%(actor)s changed what the organisation is called or is."),
    "organisation.definition_revised": lazy("%(actor)s changed what we mean by a performance goal."),
    "organisation.settings_changed": lazy("%(actor)s changed the settings."),
    "unit.added": lazy("%(actor)s added the unit %(subject)s."),
    "unit.revised": lazy("%(actor)s revised the unit %(subject)s."),
    "unit.closed": lazy("%(actor)s closed the unit %(subject)s."),
    "unit.reopened": lazy("%(actor)s opened the unit %(subject)s again."),
    "unit_manager.added": lazy("%(actor)s made %(subject)s a manager of %(about)s."),
    "unit_manager.removed": lazy("%(actor)s took %(person)s off as a manager of %(about)s."),
    "employment.set": lazy("%(actor)s said that %(person)s works in %(unit)s."),
    "committee.added": lazy("%(actor)s added the committee %(subject)s."),
    "committee.revised": lazy("%(actor)s revised the committee %(subject)s."),
    "committee.closed": lazy("%(actor)s closed the committee %(subject)s."),
    "committee.reopened": lazy("%(actor)s opened the committee %(subject)s again."),
    "seat.added": lazy("%(actor)s added a seat to %(about)s: %(holder)s."),
    "seat.revised": lazy("%(actor)s revised a seat in %(about)s."),
    "seat.vacated": lazy("%(actor)s noted that the seat of %(holder)s in %(about)s is vacant."),
}
NOTICES = {
    "seat.held_management": lazy("%(actor)s gave %(person)s a seat on the management side."),
    "seat.held_employees": lazy("%(actor)s gave %(person)s a seat on the employee side."),
    "seat.held_beside": lazy("%(actor)s gave %(person)s a seat on neither side."),
}
ADDRESSES = {
    "unit": ("organisation.show", "unit_id"),
    "committee": ("organisation.committee", "committee_id"),
    "organisation": ("organisation.index", ""),
}
LABELS = {
    "organisation": labels.ORGANISATION_FIELDS,
    "unit": labels.UNIT_FIELDS,
    "committee": labels.COMMITTEE_FIELDS,
    "seat": labels.SEAT_FIELDS,
}
VALUES = {
    "organisation": {"kind": labels.ORGANISATION_KINDS},
    "unit": {"kind": labels.UNIT_KINDS},
    "committee": {"kind": labels.COMMITTEE_KINDS},
    "seat": {"side": labels.SIDES, "mandate": labels.MANDATES, "function": labels.FUNCTIONS},
}
