"""What a person types into the form about an objective."""

from __future__ import annotations

from typing import Any


def typed(objective: Any = None, **changed: Any) -> dict[str, Any]:
    """An answer to each field; of a new objective where none is given."""
    said: dict[str, Any] = {"title": "", "why": "", "value_for": "", "parent_id": "", "owner_id": ""}
    said |= {"from_on": "", "to_on": ""}
    if objective is not None:
        said |= {name: getattr(objective, name) or "" for name in said}
        said["version"] = objective.version
    return said | changed
