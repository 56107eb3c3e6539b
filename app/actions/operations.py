"""The verbs on actions. Nothing is closed but by its effect check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from app.actions.evidence import Evidence, unsaid
from app.actions.models import OPEN, UNCHECKED, Action, ActionStatus, Worked
from app.actions.notices import tell_all, tell_given, tell_taken
from app.core.audit import changes
from app.core.clock import now, today
from app.core.db import session
from app.core.operation import check_version, operation, record, touch
from app.core.settings import setting
from app.goals.models import Goal, Strain
from app.people.models import User


class NotNow(ValueError):
    """As the action stands, this can't be done with it."""


class StaysExperiment(ValueError):
    """An experiment that has begun is closed with what was measured and learned, and not by calling it otherwise."""


class Unsaid(ValueError):
    """Something must be said first; `fields` is what."""

    def __init__(self, fields: list[str]) -> None:
        super().__init__(fields)
        self.fields = fields


@operation("action.added")
def add_action(*, by: User, goals: Iterable[Goal] = (), strains: Iterable[Strain] = (), **answers: Any) -> Action:
    """Add an action that treats these goals and strains; the goals of the strains are among them."""
    action = Action(created_by_id=by.id, **answers)
    action.strains = list(strains)
    action.goals = _with_theirs(goals, action.strains)
    session().add(action)
    _record("action.added", action, by=by)
    tell_given(action, by=by)
    return action


def _with_theirs(goals: Iterable[Goal], strains: Iterable[Strain]) -> list[Goal]:
    """The goals and those of the strains, each once."""
    return list(dict.fromkeys([*goals, *(strain.goal for strain in strains)]))


@operation("action.revised")
def revise_action(
    action: Action, *, by: User, goals: Iterable[Goal], strains: Iterable[Strain], version: int | None = None,
    **answers: Any,
) -> bool:  # fmt: skip
    """Make the action say these answers; whether that changed anything. Stale when it was opened on an older one.

    StaysExperiment when an experiment that has begun is to be one no more. What is done keeps a day for its check."""
    check_version(action, version)
    _stands(action, *UNCHECKED)
    if action.is_experiment and action.has_begun(today()) and answers.get("kind", action.kind) is not action.kind:
        raise StaysExperiment(action)
    if action.status is ActionStatus.DONE and answers.get("check_on", action.check_on) is None:
        answers["check_on"] = action.check_on
    goals_before, responsible_before, before = list(action.goals), action.responsible_id, _treated(action)
    for name, value in answers.items():
        setattr(action, name, value)
    with session().no_autoflush:
        action.strains = list(strains)
        action.goals = _with_theirs(goals, action.strains)
    if not session().is_modified(action):
        return False
    also = {name: (before[name], now) for name, now in _treated(action).items()}
    _record("action.revised", action, by=by, also=also, until_now=goals_before)
    touch(action)  # which goals and strains it treats are rows of their own
    session().expire(action, ["unit", "responsible"])
    if action.responsible_id != responsible_before:
        tell_taken(action, responsible_before, by=by)
        tell_given(action, by=by)
    return True


def _treated(action: Action) -> dict[str, Any]:
    """What it treats, as everybody may read it in the history: the titles of goals and strains are not for all."""
    return {"goals": [goal.code for goal in action.goals], "strains": len(action.strains)}


@operation("action.moved")
def report_progress(
    action: Action, *, by: User, status: ActionStatus, progress: int | None = None, progress_words: str | None = None,
    version: int | None = None,
) -> None:  # fmt: skip
    """Tell how far it has come; what is None stays as it was. What is done is finished instead."""
    check_version(action, version)
    _stands(action, *OPEN)
    if status not in OPEN:
        raise NotNow(status)
    action.status = status
    action.progress = action.progress if progress is None else progress
    action.progress_words = action.progress_words if progress_words is None else progress_words
    if session().is_modified(action):
        _record("action.moved", action, by=by)


@operation("action.finished")
def finish_action(
    action: Action, *, by: User, done_on: date | None = None, check_on: date | None = None, progress_words: str = "",
    version: int | None = None,
) -> None:  # fmt: skip
    """The work is done. Whether it worked is looked at later: on a day that is said, or else when the settings say."""
    check_version(action, version)
    _stands(action, *OPEN)
    day, wait = done_on or today(), timedelta(days=setting("check_after_days"))
    action.check_on = check_on or action.check_on or day + wait
    action.status, action.progress, action.done_on = ActionStatus.DONE, 100, day
    action.progress_words = progress_words or action.progress_words
    action.settled_at = now()
    _record("action.finished", action, by=by)
    tell_all(action, "action.finished", by=by)


@operation("action.checked")
def check_effect(
    action: Action, *, by: User, worked: Worked, check_words: str, value_before: Decimal | None = None,
    value_after: Decimal | None = None, no_figure: str = "", learned: str = "", version: int | None = None,
) -> None:  # fmt: skip
    """Say whether it worked and what shows it, and close the action. Unsaid when an experiment has no figures before
    and after, nor words why not, or when nobody says what was learned."""
    check_version(action, version)
    _stands(action, ActionStatus.DONE)
    value_before = action.value_before if value_before is None else value_before
    evidence = Evidence(check_words.strip(), value_before, value_after, no_figure.strip(), learned.strip())
    if missing := unsaid(evidence, is_experiment=action.is_experiment):
        raise Unsaid(missing)
    for name, value in asdict(evidence).items():
        setattr(action, name, value)
    action.worked, action.status, action.checked_on = worked, ActionStatus.CLOSED, today()
    action.checked_by_id, action.settled_at = by.id, now()
    _record("action.checked", action, by=by)
    tell_all(action, "action.checked", by=by)


@operation("action.reopened")
def reopen_action(action: Action, *, by: User, due_on: date | None, version: int | None = None) -> None:
    """Take up again what did not work. What the check said stays in the history."""
    check_version(action, version)
    _stands(action, ActionStatus.CLOSED)
    if action.worked is not Worked.NO:
        raise NotNow(action.worked)
    action.status, action.progress, action.due_on, action.done_on = ActionStatus.UNDERWAY, 0, due_on, None
    action.settled_at = action.check_on = action.worked = action.checked_on = None
    action.checked_by_id = action.value_after = None
    action.check_words = action.no_figure = action.learned = ""
    _record("action.reopened", action, by=by)
    tell_all(action, "action.reopened", by=by)


@operation("action.dropped")
def drop_action(action: Action, *, by: User, reason: str, version: int | None = None) -> None:
    """Give up an action that is not done, and say why."""
    check_version(action, version)
    _stands(action, *OPEN)
    action.status, action.dropped_reason = ActionStatus.DROPPED, reason
    _record("action.dropped", action, by=by)
    tell_all(action, "action.dropped", by=by)


def _stands(action: Action, *statuses: ActionStatus) -> None:
    if action.status not in statuses:
        raise NotNow(action.status)


def _record(
    code: str, action: Action, *, by: User, also: dict[str, Any] | None = None, until_now: Iterable[Goal] = ()
) -> None:
    """Record it in the action's own history and in that of each goal that it treats or treated until now."""
    goals = dict.fromkeys([*action.goals, *until_now])
    with session().no_autoflush:
        said = {name: (old, new) for name, (old, new) in changes(session(), action).items()} | (also or {})
    record(code, action, by=by, also=also)
    for goal in goals:
        record(code, action, by=by, about=goal, also=said)
