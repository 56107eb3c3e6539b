"""A goal with everything in its place, at which no rule finds anything, and rows put beside it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.balances.models import Reader, Reading
from app.checks.operations import set_aside
from app.checks.rules import BY_CODE
from app.core import clock
from app.core.clock import now, today
from app.core.db import session
from app.core.operation import operation, record
from app.goals.models import Answer, Goal, HangsOn, MeasuredLevel, RiskLevel, ShownTo, Status
from app.goals.operations import add_goal
from app.goals.substance import digest
from app.hearings.models import Briefing, Hearing, Phase, Stage
from app.organisation.models import Side
from app.risks.models import Assessment, Participant

LONG_AGO = timedelta(days=500)
ANSWERS = {
    "title": "Et godt svar første gang", "purpose": "Ingen skal ringe to gange.", "measure": "Andel løst første gang",
    "measured_level": MeasuredLevel.TEAM, "measured_whom": "Hele teamet", "identifiable": Answer.NO,
    "control_measure": Answer.NO, "results_shown_to": ShownTo.GROUP, "hangs_on": HangsOn.NOTHING,
    "registration_minutes": 10,
}  # fmt: skip


def sound(cast: Any, **said: Any) -> Goal:
    """A goal in force for more than a year, of which nothing is missing; what is said stands on it."""
    with clock.at(now() - LONG_AGO):
        return _sound(cast, said)


@operation()
def _sound(cast: Any, said: dict[str, Any]) -> Goal:
    # The clock stands in the past here, as seen from the day on which the rules are asked.
    ask_day = today() + LONG_AGO
    answers = ANSWERS | {"unit_id": cast.service.id, "owner_id": cast.karin.id}
    goal = add_goal(by=cast.karin, links=[(cast.objective.id, "Et svar er et svar.")], **answers)
    whole = {
        "status": Status.IN_FORCE, "takes_effect_on": today() + timedelta(days=20), "focus": 1, "level": 1,
        "process": 0, "use": 1, "risk_level": RiskLevel.LOW, "next_review_on": ask_day + timedelta(days=90),
    }  # fmt: skip
    for name, value in (whole | said).items():
        setattr(goal, name, value)
    session().flush()
    session().add_all([read(goal, cast), assessed(goal, cast), heard(goal, cast), briefed(goal, cast)])
    return goal


def read(goal: Goal, cast: Any, **said: Any) -> Reading:
    usual = {"focus": 1, "level": 1, "process": 0, "use": 1, "reader": Reader.OWNER, "read_on": today()}
    return Reading(goal_id=goal.id, read_by_id=cast.karin.id, **(usual | said))


def assessed(goal: Goal, cast: Any, *, sides: tuple[Side, ...] = tuple(Side), **said: Any) -> Assessment:
    people = {Side.MANAGEMENT: cast.karin.id, Side.EMPLOYEES: cast.trine.id}
    usual = {"assessed_on": today(), "finished_at": now(), "substance": digest(goal), "created_by_id": cast.karin.id}
    took_part = [Participant(user_id=people[side], side=side) for side in sides]
    return Assessment(goal_id=goal.id, participants=took_part, **(usual | said))


def heard(goal: Goal, cast: Any, **said: Any) -> Hearing:
    usual = {
        "committee_id": cast.local.id, "stage": Stage.CLOSED, "opened_on": today(), "opened_by_id": cast.karin.id,
        "deadline": today(), "ended_on": today(), "substance": digest(goal),
    }  # fmt: skip
    return Hearing(goal_id=goal.id, **(usual | said))


def briefed(goal: Goal, cast: Any, **said: Any) -> Briefing:
    usual = {
        "phase": Phase.BEFORE, "committee_id": cast.local.id, "committee_on": today(), "group_on": today(),
        "substance": digest(goal), "recorded_by_id": cast.karin.id,
    }  # fmt: skip
    return Briefing(goal_id=goal.id, **(usual | said))


def put(goal: Goal, *things: Any, gone: tuple[Any, ...] = (), **said: Any) -> None:
    """Say something of the goal, put rows beside it or take some away, as if it had been so for more than a year."""
    with clock.at(now() - LONG_AGO):
        _put(goal, things, gone, said)


@operation("goal.revised")
def _put(goal: Goal, things: Any, gone: Any, said: dict[str, Any]) -> None:
    for name, value in said.items():
        setattr(goal, name, value)
    session().add_all(things)
    for one in gone:
        session().delete(one)
    record("goal.revised", goal, by=None)


@operation("test.closed")
def close(thing: Any) -> None:
    """Close a unit, an objective or an account."""
    thing.closed_on = today()
    record("test.closed", thing, by=None)


def aside(cast: Any, goal: Goal, code: str, days: int = 30, by: Any = None) -> Any:
    return set_aside(
        goal, rule=BY_CODE[code], reason="Vi venter på det nye system.", until=today() + timedelta(days=days),
        by=by or cast.ida,
    )  # fmt: skip
