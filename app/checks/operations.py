"""The verbs of the service check."""

from __future__ import annotations

from datetime import date, timedelta

from app.checks.models import CheckScore, SetAside
from app.checks.queries import asides_of, has_kept, scores
from app.checks.rules import Rule
from app.checks.score import Score
from app.checks.settings import latest_until
from app.core.clock import now, today
from app.core.db import lock, session
from app.core.operation import Stale, operation, record
from app.goals.models import Goal
from app.people.models import User


class NotWithin(ValueError):
    """A finding is set aside from today until a day that the setting allows, and for a reason."""


@operation("finding.set_aside")
def set_aside(goal: Goal, *, rule: Rule, reason: str, until: date, by: User, seen: int | None = None) -> SetAside:
    """Leave what a rule finds at a goal as it is until that day. What was set aside before is thereby over.

    `seen` is the key of what the person saw set aside, 0 for nothing: Stale when it is something else by now."""
    if not reason or not today() <= until <= latest_until():
        raise NotWithin(until)
    lock("set_aside")
    earlier = asides_of(goal).get(rule.code)
    if seen is not None and seen != (earlier.id if earlier is not None else 0):
        raise Stale(earlier)
    if earlier is not None:
        earlier.ended_at = now()
    aside = SetAside(goal_id=goal.id, code=rule.code, reason=reason, until=until, by_id=by.id, at=now())
    session().add(aside)
    record("finding.set_aside", aside, by=by, about=goal, found=rule.code, until=until)
    return aside


@operation("finding.taken_back")
def take_back(aside: SetAside, *, by: User) -> None:
    """Let what was set aside count again at once."""
    if aside.ended_at is not None:
        return
    aside.ended_at = now()
    record("finding.taken_back", aside, by=by, about=aside.goal, found=aside.code)


@operation()
def keep_scores() -> int:
    """Keep this week's score of the organisation and of every unit that has goals; how many were not kept yet."""
    monday = today() - timedelta(days=today().weekday())
    lock("check_score")
    if has_kept(monday):
        return 0
    whole, units = scores()
    if whole is None:
        return 0
    rows = [_row(None, monday, whole), *(_row(unit_id, monday, score) for unit_id, score in units.items())]
    session().add_all(rows)
    return len(rows)


def _row(unit_id: int | None, monday: date, score: Score) -> CheckScore:
    return CheckScore(
        unit_id=unit_id, on=monday, score=score.value, goals=score.goals, serious=score.serious,
        moderate=score.moderate, notes=score.notes,
    )  # fmt: skip
