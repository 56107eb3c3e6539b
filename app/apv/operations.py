"""The one verb: write how the process went."""

from __future__ import annotations

from app.apv.models import ApvNote
from app.core.db import session
from app.core.operation import operation, record
from app.organisation.models import Unit
from app.people.models import User


@operation("apv.noted")
def note_process(unit: Unit, *, absence: str, participation: str, by: User) -> ApvNote:
    note = ApvNote(unit=unit, absence=absence, participation=participation, noted_by_id=by.id)
    session().add(note)
    record("apv.noted", note, by=by, about=unit)
    return note
