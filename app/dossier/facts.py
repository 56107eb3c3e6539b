"""What the rooms below know about a goal, put together: the facts of its gate, and the gate as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for

from app.balances.models import BALANCES
from app.core.formats import day
from app.core.languages import gettext as _
from app.core.languages import lazy, ngettext
from app.goals.gate import Checked, Gate, GateFacts, Point, State, check
from app.goals.models import Answer, Goal, Status
from app.goals.substance import digest
from app.organisation.models import Side

TITLES = {
    "linked": lazy("Linked to an objective"),
    "reasoned": lazy("It is said why it serves no objective"),
    "unlinked": lazy("It serves no objective yet"),
    "read": lazy("The goal is placed on all four balances"),
    "unread": lazy("The goal is not placed on all balances"),
    "told": lazy("It is clear who is measured"),
    "untold": lazy("Nobody has said who is measured"),
    "assessed": lazy("The work environment is assessed by both sides"),
    "unassessed": lazy("The work environment is not assessed"),
    "one_sided": lazy("Only one side took part in the assessment"),
    "outdated": lazy("The assessment is outdated"),
    "no_control": lazy("It is no control measure, so no notice is needed"),
    "no_notice": lazy("A control measure without notice"),
    "too_soon": lazy("The notice has not run out"),
    "noticed": lazy("The notice is kept"),
    "dated": lazy("The next review is set"),
    "undated": lazy("No next review is set"),
    "heard": lazy("Heard"),
    "unheard": lazy("Not heard"),
    "briefed": lazy("The group has been told"),
    "unbriefed": lazy("The group has not been told"),
}
# Where each point is mended, and what the link says.
MENDS = {
    Point.OBJECTIVE: ("goals.edit", "part-where", lazy("Link it to an objective")),
    Point.BALANCES: ("balances.read", "", lazy("Place the goal")),
    Point.MEASURED: ("goals.edit", "part-whom", lazy("Say who is measured")),
    Point.ASSESSMENT: ("risks.assess", "", lazy("Assess the work environment")),
    Point.NOTICE: ("goals.edit", "notice_given_on", lazy("Write when notice was given")),
    Point.REVIEW: ("goals.review", "", lazy("Set the next review")),
}


@dataclass(frozen=True)
class ShownPoint:
    state: str
    title: Any
    why: str
    mend_url: str
    mend: Any


@dataclass(frozen=True)
class ShownGate:
    """The gate in words: a heading, a sentence that counts, and its points with the way to mend each."""

    is_open: bool
    title: str
    summary: str
    points: list[ShownPoint]


def gate_facts(goal: Goal, assessment: Any, *, takes_effect_on: date | None = None) -> GateFacts:
    """The facts of a goal's gate; `assessment` is its newest finished one or None."""
    sides = {participant.side for participant in assessment.participants} if assessment else set()
    return GateFacts(
        linked=bool(goal.links),
        reason_without_link=bool(goal.no_objective_reason),
        balances_read=sum(1 for balance in BALANCES if getattr(goal, balance) is not None),
        measured_told=goal.measured_level is not None and bool(goal.measured_whom),
        assessed=assessment is not None,
        assessed_by_both_sides=sides == set(Side),
        assessment_outdated=assessment is not None and assessment.substance != digest(goal),
        is_control_measure=goal.control_measure is Answer.YES,
        notice_given_on=goal.notice_given_on,
        starts_on=takes_effect_on or goal.takes_effect_on or goal.notice_start_on,
        review_on=goal.next_review_on,
        passed_over=frozenset(goal.passed_over_points),
    )


def gate_of(goal: Goal, assessment: Any, *, takes_effect_on: date | None = None) -> Gate:
    return check(gate_facts(goal, assessment, takes_effect_on=takes_effect_on))


def shown_gate(goal: Goal, assessment: Any) -> ShownGate | None:
    """The gate as the goal's page shows it; None for a retired goal, which takes effect no more."""
    if goal.status is Status.RETIRED:
        return None
    facts = gate_facts(goal, assessment)
    gate = check(facts)
    points = [_shown(goal, facts, assessment, checked) for checked in gate.points]
    fine, asked = len(gate.having(State.OK)), len(gate.asked)
    missing = len(gate.having(State.MISSING))
    counted = _("%(fine)s of %(asked)s points are in order.", fine=fine, asked=asked)
    if goal.status is Status.IN_FORCE:
        again = ngettext("One point is missing again", "%(num)s points are missing again", missing)
        return ShownGate(not missing, again if missing else _("Everything is in place"), counted, points)
    if missing:
        stops = ngettext(
            "One point must be mended before the goal can take effect.",
            "%(num)s points must be mended before the goal can take effect.",
            missing,
        )
        return ShownGate(False, _("The gate is closed"), f"{stops} {counted}", points)
    return ShownGate(True, _("The gate is open"), counted, points)


def _shown(goal: Goal, facts: GateFacts, assessment: Any, checked: Checked) -> ShownPoint:
    endpoint, anchor, words = MENDS.get(checked.point, ("", "", ""))
    url = url_for(endpoint, goal_id=goal.id, _anchor=anchor or None) if endpoint else ""
    return ShownPoint(checked.state.value, TITLES[checked.why], _why(goal, facts, assessment, checked.why), url, words)


def _why(goal: Goal, facts: GateFacts, assessment: Any, why: str) -> str:
    """The line under a point: what exactly, with names and dates."""
    if why == "linked":
        return "; ".join(link.objective.title for link in goal.links)
    if why == "reasoned":
        return goal.no_objective_reason
    if why == "unread":
        return _("%(count)s of 4 are read.", count=facts.balances_read)
    if why == "told":
        return goal.measured_whom
    if why in {"assessed", "one_sided"}:
        return day(assessment.assessed_on)
    if why == "outdated":
        return _("The goal has changed in substance since %(day)s.", day=day(assessment.assessed_on))
    if why in {"noticed", "too_soon"}:
        return _("It can start on %(day)s at the earliest.", day=day(facts.earliest_start))
    return day(goal.next_review_on) if why == "dated" else ""
