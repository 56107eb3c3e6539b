"""The gate: what must be in place before a goal takes effect. Pure rules: facts in, points out."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

NOTICE_DAYS = 42  # a common agreement; check your own


class Point(enum.StrEnum):
    OBJECTIVE = "objective"
    BALANCES = "balances"
    MEASURED = "measured"
    ASSESSMENT = "assessment"
    HEARING = "hearing"
    NOTICE = "notice"
    BRIEFING = "briefing"
    REVIEW = "review"


class Level(enum.StrEnum):
    """How much a point matters: it stops, it warns, or it is not asked about."""

    REQUIRED = "required"
    WARNS = "warns"
    OFF = "off"


class State(enum.StrEnum):
    OK = "ok"
    WARNING = "warning"
    MISSING = "missing"
    PASSED_OVER = "passed_over"
    OFF = "off"


DEFAULT_LEVELS: Mapping[Point, Level] = {
    Point.OBJECTIVE: Level.REQUIRED,
    Point.BALANCES: Level.REQUIRED,
    Point.MEASURED: Level.REQUIRED,
    Point.ASSESSMENT: Level.REQUIRED,
    Point.HEARING: Level.REQUIRED,
    Point.NOTICE: Level.WARNS,
    Point.BRIEFING: Level.WARNS,
    Point.REVIEW: Level.REQUIRED,
}


# Both sides answered; one was silent and it is said why one went on; it is said why none was sought.
HEARD = frozenset({"heard", "heard_in_part", "not_sought"})


@dataclass(frozen=True)
class GateFacts:
    """What is known about a goal when its gate is asked."""

    linked: bool = False
    reason_without_link: bool = False
    balances_read: int = 0
    measured_told: bool = False
    assessed: bool = False
    assessed_by_both_sides: bool = False
    assessment_outdated: bool = False
    hearing: str = "unheard"  # what is the matter with it, or one of HEARD
    is_control_measure: bool = False
    control_unclear: bool = False
    notice_given_on: date | None = None
    starts_on: date | None = None
    notice_days: int = NOTICE_DAYS
    briefing: str = "unbriefed"  # "briefed" when the group has been told of the goal as it is
    review_on: date | None = None
    passed_over: frozenset[str] = frozenset()  # the lacks that somebody gave a reason for: "review:undated"

    @property
    def earliest_start(self) -> date | None:
        return self.notice_given_on + timedelta(days=self.notice_days) if self.notice_given_on else None


@dataclass(frozen=True)
class Checked:
    """One point of the gate: its state, and a code for why."""

    point: Point
    state: State
    why: str


@dataclass(frozen=True)
class Gate:
    points: tuple[Checked, ...]

    def having(self, state: State) -> list[Checked]:
        return [checked for checked in self.points if checked.state is state]

    @property
    def is_open(self) -> bool:
        """Whether no required point is missing."""
        return not self.having(State.MISSING)

    @property
    def lacks(self) -> list[str]:
        """What the missing points lack, as it is kept when they are passed over."""
        return [lack(checked.point, checked.why) for checked in self.having(State.MISSING)]

    @property
    def asked(self) -> list[Checked]:
        return [checked for checked in self.points if checked.state is not State.OFF]


def check(facts: GateFacts, levels: Mapping[Point, Level] = DEFAULT_LEVELS) -> Gate:
    """Hold a goal's facts against the gate."""
    answers = {
        Point.OBJECTIVE: _objective(facts),
        Point.BALANCES: ("read" if facts.balances_read == 4 else "unread", facts.balances_read == 4),
        Point.MEASURED: ("told" if facts.measured_told else "untold", facts.measured_told),
        Point.ASSESSMENT: _assessment(facts),
        Point.HEARING: (facts.hearing, facts.hearing in HEARD),
        Point.NOTICE: _notice(facts),
        Point.BRIEFING: (facts.briefing, facts.briefing == "briefed"),
        Point.REVIEW: ("dated" if facts.review_on else "undated", facts.review_on is not None),
    }
    return Gate(
        tuple(
            Checked(point, _state(levels[point], fine, lack(point, why), facts), why)
            for point, (why, fine) in answers.items()
        )
    )


def lack(point: Point, why: str) -> str:
    """What a point lacks, so that a reason excuses that lack and no later one."""
    return f"{point.value}:{why}"


def _state(level: Level, fine: bool, lacking: str, facts: GateFacts) -> State:
    if level is Level.OFF:
        return State.OFF
    if fine:
        return State.OK
    if level is Level.WARNS:
        return State.WARNING
    return State.PASSED_OVER if lacking in facts.passed_over else State.MISSING


def _objective(facts: GateFacts) -> tuple[str, bool]:
    if facts.linked:
        return "linked", True
    return ("reasoned", True) if facts.reason_without_link else ("unlinked", False)


def _assessment(facts: GateFacts) -> tuple[str, bool]:
    if not facts.assessed:
        return "unassessed", False
    if facts.assessment_outdated:
        return "outdated", False
    return ("assessed", True) if facts.assessed_by_both_sides else ("one_sided", False)


def _notice(facts: GateFacts) -> tuple[str, bool]:
    if facts.control_unclear:
        return "control_unclear", False
    if not facts.is_control_measure:
        return "no_control", True
    if facts.earliest_start is None:
        return "no_notice", False
    too_soon = facts.starts_on is None or facts.starts_on < facts.earliest_start
    return ("too_soon", False) if too_soon else ("noticed", True)
