"""What a person types into the forms of this room, in the cast's municipality."""

from __future__ import annotations

from typing import Any

from app.core.audit import Event
from app.core.db import session


def unit_typed(unit: Any = None, **changed: Any) -> dict[str, Any]:
    """An answer to each field of the form about a unit; of a new one where none is given."""
    if unit is None:
        said = {"name": "Jobcenter", "kind": "team", "parent_id": "", "headcount": "", "core_task": ""}
    else:
        said = {
            "name": unit.name, "kind": unit.kind.value, "parent_id": unit.parent_id or "",
            "headcount": unit.headcount or "", "core_task": unit.core_task, "version": unit.version,
        }  # fmt: skip
    return said | changed


def committee_typed(committee: Any = None, **changed: Any) -> dict[str, Any]:
    """An answer to each field of the form about a committee."""
    if committee is None:
        said = {"name": "Lokal-MED Vej og Park", "kind": "local", "parent_id": "", "unit_ids": []}
    else:
        said = {
            "name": committee.name, "kind": committee.kind.value, "parent_id": committee.parent_id or "",
            "unit_ids": [area.unit_id for area in committee.areas], "version": committee.version,
        }  # fmt: skip
    return said | changed


def seat_typed(**changed: Any) -> dict[str, Any]:
    """An answer to each field of the form about a seat."""
    said = {
        "side": "employees", "mandate": "safety_representative", "function": "member", "organisation_behind": "HK",
        "user_id": "", "substitute_id": "", "from_on": "", "to_on": "", "vacant_from": "",
    }  # fmt: skip
    return said | changed


def last_event() -> Event:
    return session().query(Event).order_by(Event.id.desc()).first()
