"""The first steps of a new installation, in the order in which they are taken: pure, from counts of what is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.core.languages import lazy
from app.people.models import Role


@dataclass(frozen=True)
class Step:
    text: Any
    endpoint: str
    is_done: bool


STEPS: tuple[tuple[str, Any, str, frozenset[Role]], ...] = (
    ("organisation", lazy("Say what your organisation is called"), "organisation.set_up", frozenset(Role)),
    ("units", lazy("Add the units, from the top down"), "organisation.add", frozenset(Role)),
    ("accounts", lazy("Add people and say what each may do"), "people.add", frozenset({Role.ADMINISTRATOR})),
    ("committees", lazy("Add the committees and who sits in them"), "organisation.add_committee", frozenset(Role)),
    ("objectives", lazy("Add the strategic objectives"), "strategy.add", frozenset({Role.SAFETY})),
    ("goals", lazy("Add the first goal, or import those you have"), "goals.add", frozenset({Role.SAFETY})),
)
KEEPERS = frozenset({Role.SAFETY, Role.ADMINISTRATOR})
ENOUGH = {"units": 2, "accounts": 2}  # the first of each is made along with the installation


def steps(role: Role, counts: Mapping[str, int]) -> list[Step]:
    """What one who keeps the installation does first; empty for others, and once there are goals."""
    if role not in KEEPERS or counts["goals"]:
        return []
    return [
        Step(text, endpoint, counts[name] >= ENOUGH.get(name, 1))
        for name, text, endpoint, roles in STEPS
        if role in roles
    ]
