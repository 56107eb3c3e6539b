"""What the register brings up at a meeting, and why. Pure: facts in, suggestions out.

A goal comes up once, with all its reasons; so do the last minutes and the overdue actions. The same facts give the same
suggestions, so drawing an agenda twice adds nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.meetings.models import ItemKind

Reason = dict[str, Any]


@dataclass(frozen=True)
class GoalFacts:
    """What is known of a goal in the area: its next review, the deadline of its open hearing in this committee, how
    many questions that everybody can read have waited too long, whether its risk is high or has risen, and whether its
    result is still to be told to the committee."""

    goal_id: int
    number: int
    review_on: date | None = None
    hearing_until: date | None = None
    late_questions: int = 0
    is_high: bool = False
    is_raised: bool = False
    owes_result: bool = False


@dataclass(frozen=True)
class Facts:
    """Everything that a meeting's agenda is drawn from."""

    held_on: date
    today: date
    goals: Sequence[GoalFacts] = ()
    unapproved: tuple[int, date] | None = None  # the last meeting whose minutes are out, and its day
    overdue_actions: int = 0


@dataclass(frozen=True)
class Suggestion:
    """An item as the register suggests it. `key` says what it is drawn from and is the same each time; `under` is
    where in the template it belongs ("last", "goals")."""

    key: str
    under: str
    kind: ItemKind
    reasons: Sequence[Reason] = field(default_factory=list)
    goal_id: int | None = None


def drawn(facts: Facts) -> list[Suggestion]:
    """What comes up: the minutes to approve, the overdue actions, then goals, those to be decided on first."""
    return [*_last(facts), *_goals(facts)]


def _last(facts: Facts) -> Iterable[Suggestion]:
    if facts.unapproved is not None:
        key, held_on = facts.unapproved
        reason = {"code": "minutes", "on": held_on.isoformat()}
        yield Suggestion(f"minutes:{key}", "last", ItemKind.DECISION, [reason])
    if facts.overdue_actions:
        yield Suggestion("actions", "last", ItemKind.DISCUSSION, [{"code": "actions", "count": facts.overdue_actions}])


def _goals(facts: Facts) -> list[Suggestion]:
    found = [(goal, reasons_for(goal, facts)) for goal in facts.goals]
    made = [
        (_kind(reasons) is not ItemKind.DECISION, goal.number, _about(goal, reasons))
        for goal, reasons in found
        if reasons
    ]
    return [suggestion for _later, _number, suggestion in sorted(made, key=lambda one: one[:2])]


def _about(goal: GoalFacts, reasons: Sequence[Reason]) -> Suggestion:
    return Suggestion(f"goal:{goal.goal_id}", "goals", _kind(reasons), reasons, goal.goal_id)


def reasons_for(goal: GoalFacts, facts: Facts) -> list[Reason]:
    """Why a goal comes up at a meeting; none where it does not."""
    reasons: list[Reason] = []
    if goal.review_on is not None and goal.review_on <= facts.held_on:
        code = "overdue" if goal.review_on < facts.today else "review"
        reasons.append({"code": code, "on": goal.review_on.isoformat()})
    if goal.hearing_until is not None:
        reasons.append({"code": "hearing", "on": goal.hearing_until.isoformat()})
    if goal.late_questions:
        reasons.append({"code": "questions", "count": goal.late_questions})
    if goal.is_raised:
        reasons.append({"code": "raised"})
    elif goal.is_high:
        reasons.append({"code": "high"})
    if goal.owes_result:
        reasons.append({"code": "result"})
    return reasons


DECIDED = frozenset({"review", "overdue", "hearing"})


def _kind(reasons: Sequence[Reason]) -> ItemKind:
    """A review or a hearing ends with a decision; everything else is talked about."""
    if any(reason["code"] in DECIDED for reason in reasons):
        return ItemKind.DECISION
    if {reason["code"] for reason in reasons} == {"result"}:
        return ItemKind.INFORMATION
    return ItemKind.DISCUSSION


@dataclass(frozen=True)
class Change:
    """What drawing does to an agenda: suggestions to add, new reasons by key, and keys to take off."""

    added: Sequence[Suggestion]
    updated: dict[str, Sequence[Reason]]
    gone: frozenset[str]


def change(now: dict[str, bool], suggestions: Sequence[Suggestion], *, elsewhere: Iterable[str] = ()) -> Change:
    """What must change so that the agenda holds what is suggested. `now` is {key: whether people have worked on it} of
    all that was ever drawn onto it, also what was taken off again: that does not come back, and nothing that people
    have worked on goes. What they moved to another agenda (`elsewhere`) is not drawn anew."""
    wanted, waiting = {one.key: one for one in suggestions}, set(elsewhere)
    return Change(
        added=[one for one in wanted.values() if one.key not in now and one.key not in waiting],
        updated={key: wanted[key].reasons for key in now if key in wanted},
        gone=frozenset(key for key, is_touched in now.items() if key not in wanted and not is_touched),
    )
