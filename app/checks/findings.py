"""What a rule of the service check has found at one thing, and how it is said: pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.checks.labels import BALANCES
from app.checks.models import SetAside
from app.checks.rules import Rule, Subject
from app.core.formats import day, listed, number
from app.core.languages import ngettext
from app.goals.models import Goal

# How many things of its kind a rule hits.
COUNTS = {
    Subject.GOAL: lambda many: ngettext("%(num)s goal", "%(num)s goals", many),
    Subject.OBJECTIVE: lambda many: ngettext("%(num)s objective", "%(num)s objectives", many),
    Subject.UNIT: lambda many: ngettext("%(num)s unit", "%(num)s units", many),
}


@dataclass(frozen=True)
class Finding:
    """That a rule hits a goal, an objective or a unit. A goal's may be set aside."""

    rule: Rule
    thing: Any
    detail: str | None
    aside: SetAside | None = None

    @property
    def goal(self) -> Goal | None:
        return self.thing if isinstance(self.thing, Goal) else None

    @property
    def told(self) -> str:
        """The detail in words; empty for a rule that has none."""
        if not self.rule.detail or self.detail is None:
            return ""
        return str(self.rule.detail) % {"detail": _in_words(self.rule.told, self.detail)}


def _in_words(kind: str, detail: str) -> str:
    if kind == "day":
        return day(date.fromisoformat(detail[:10]))
    if kind == "number":
        return number(int(detail))
    if kind == "balances":
        return listed(str(BALANCES[balance]) for balance in detail.split())
    return detail


@dataclass(frozen=True)
class Hits:
    """How many things a rule hits, and how many of them are set aside."""

    rule: Rule
    open: frozenset[int]
    aside: frozenset[int]

    @property
    def counted(self) -> str:
        return COUNTS[self.rule.subject](len(self.open))
