"""What is done about the demo's goals: planned, carried out, checked, dropped, or taken up again."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from app.actions.models import Action, ActionKind, ActionStatus, Step, Worked
from app.actions.operations import (
    add_action,
    check_effect,
    drop_action,
    finish_action,
    reopen_action,
    report_progress,
)
from app.decisions.operations import act_on
from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.meetings.models import Origin
from app.risks.queries import strains_of

TEXTS = ("title", "how", "step_reason", "hypothesis", "measure", "measure_unit")
DAYS = {"due": "due_on", "check": "check_on", "from": "from_on", "to": "to_on"}


def plan(found: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put an action and all that was done with it on the timeline."""
    made: list[Action] = []
    timeline.on(found["on"], lambda: made.append(_add(found, goals)))
    for deed in found.get("deed", ()):
        timeline.on(deed["on"], _doing(made, deed, goals))


def _add(found: Plain, goals: Goals) -> Action:
    treated = [goals.made[key] for key in found.get("goals", ())]
    titles = set(found.get("strains", ()))
    strains = [strain for goal in treated for strain in strains_of(goal) if strain.title in titles]
    if len(strains) != len(titles):
        raise ValueError(f"{found['title']}: not all of {sorted(titles)} are strains of its goals")
    said = dict(
        by=goals.person(found["by"]), strains=strains, kind=ActionKind(found.get("kind", "action")),
        step=Step(found["step"]), unit_id=goals.ground.units[found["unit"]].id,
        responsible_id=goals.person(found["responsible"]).id, value_before=_figure(found, "before"),
        **{name: found.get(name, "") for name in TEXTS}, **{name: found.get(key) for key, name in DAYS.items()},
    )  # fmt: skip
    if "decided_at" not in found:
        return add_action(goals=treated, **said)
    meeting = goals.meetings[found["decided_at"]]
    item = next(item for item in meeting.items if item.goal_id == treated[0].id and item.origin is not Origin.LIFTED)
    outcome = act_on(item, **said)
    if outcome.action is None:
        raise ValueError(found["title"])
    return outcome.action


def _doing(made: list[Action], deed: Plain, goals: Goals) -> Callable[[], None]:
    by = goals.person(deed["by"])
    return lambda: DEEDS[deed["what"]](made[0], deed, by)


def _tell(action: Action, deed: Plain, by: Any) -> None:
    words, percent = deed["text"], deed["percent"]
    report_progress(action, by=by, status=ActionStatus.UNDERWAY, progress=percent, progress_words=words)


def _finish(action: Action, deed: Plain, by: Any) -> None:
    finish_action(action, by=by, progress_words=deed["text"], check_on=deed.get("check"))


def _check(action: Action, deed: Plain, by: Any) -> None:
    check_effect(
        action, by=by, worked=Worked(deed["worked"]), check_words=deed["text"], value_after=_figure(deed, "after"),
        no_figure=deed.get("no_figure", ""), learned=deed.get("learned", ""),
    )  # fmt: skip


def _drop(action: Action, deed: Plain, by: Any) -> None:
    drop_action(action, by=by, reason=deed["text"])


def _reopen(action: Action, deed: Plain, by: Any) -> None:
    reopen_action(action, by=by, due_on=deed["due"])


def _figure(said: Plain, name: str) -> Decimal | None:
    return Decimal(str(said[name])) if name in said else None


DEEDS = {"tell": _tell, "finish": _finish, "check": _check, "drop": _drop, "reopen": _reopen}
