"""Two versions of a goal side by side: what it says now, and what somebody typed meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.core.formats import day, number
from app.goals.labels import FIELDS, VALUES


@dataclass(frozen=True)
class Differing:
    field: str
    label: Any
    theirs: str
    mine: str


def differing(goal: Any, form: Any) -> list[Differing]:
    """The fields in which the goal as it stands and the form as it was typed differ."""
    found = []
    for name, mine in form.answers.items():
        theirs = getattr(goal, name)
        if theirs != mine:
            label = FIELDS[name.removesuffix("_id")]
            found.append(Differing(name, label, _shown(form[name], name, theirs), _shown(form[name], name, mine)))
    return found


def _shown(field: Any, name: str, value: Any) -> str:
    if value is None or value == "":
        return "–"
    if name in VALUES:
        return str(VALUES[name][value])
    if isinstance(value, date):
        return day(value)
    if value in getattr(field, "labels", {}):
        return str(field.labels[value])
    if getattr(field, "choices", None):
        return next((str(choice.label) for choice in field.choices if choice.value == str(value)), str(value))
    return number(value) if isinstance(value, int | Decimal) else str(value)
