"""What the rooms below know about a goal, put together: the facts of its gate, and the gate as its page shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask import url_for

from app.balances.models import BALANCES
from app.core.access import can
from app.core.formats import day
from app.core.languages import gettext as _
from app.core.languages import lazy, ngettext
from app.goals.gate import DEFAULT_LEVELS, NOTICE_DAYS, Checked, Gate, GateFacts, Level, Point, State, check
from app.goals.models import Answer, Goal, Status
from app.goals.substance import digest
from app.hearings.heard import briefing_state, state_of
from app.hearings.labels import POSITIONS, SIDES_SAY
from app.hearings.models import Briefing, Hearing
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
    "heard": lazy("Both sides were heard"),
    "heard_in_part": lazy("Heard, though one side did not answer"),
    "not_sought": lazy("It is said why no hearing was sought"),
    "unheard": lazy("No committee has been heard"),
    "heard_elsewhere": lazy("The committee of its own area has not been heard"),
    "nobody_answered": lazy("Neither side answered the hearing"),
    "hearing_dropped": lazy("The hearing ended with the goal being dropped"),
    "control_unclear": lazy("Nobody has said whether it is a control measure"),
    "in_hearing": lazy("It is in hearing"),
    "hearing_outdated": lazy("The hearing is outdated"),
    "briefed": lazy("The group measured has been briefed"),
    "briefed_in_part": lazy("Only the committee has been briefed, not the group measured"),
    "briefing_outdated": lazy("The group measured was briefed about an earlier version"),
    "unbriefed": lazy("The group measured has not been briefed"),
}
# Where each point is mended, and what the link says.
MENDS = {
    Point.OBJECTIVE: ("goals.edit", "part-where", lazy("Link it to an objective")),
    Point.BALANCES: ("balances.read", "", lazy("Place the goal")),
    Point.MEASURED: ("goals.edit", "part-whom", lazy("Say who is measured")),
    Point.ASSESSMENT: ("risks.assess", "", lazy("Assess the work environment")),
    Point.HEARING: ("hearings.open", "", lazy("Open a hearing")),
    Point.NOTICE: ("hearings.give_notice", "", lazy("Give notice")),
    Point.BRIEFING: ("hearings.add_briefing", "", lazy("Note the briefing")),
    Point.REVIEW: ("goals.review", "", lazy("Set the next review")),
}


SAY_WHETHER = lazy("Say whether it is one")
SEE_HEARING, SEE_BRIEFING = lazy("See the hearing"), lazy("See the briefing")
# The rule of each page on which a point is mended: no way is shown that would end at a closed door.
MEND_RULES = {
    "goals.edit": "goals.may_revise",
    "goals.review": "goals.may_revise",
    "balances.read": "balances.may_read_balances",
    "risks.assess": "risks.may_assess",
    "hearings.open": "hearings.may_open",
    "hearings.give_notice": "hearings.may_brief",
    "hearings.add_briefing": "hearings.may_brief",
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


@dataclass(frozen=True)
class Known:
    """What the gate needs to know beside the goal itself: its newest finished assessment or None, its hearings and
    briefings, newest first, the keys of the committees nearest to it, and how much each point matters."""

    assessment: Any = None
    hearings: Sequence[Hearing] = ()
    briefings: Sequence[Briefing] = ()
    nearest: frozenset[int] = frozenset()
    levels: Mapping[Point, Level] = field(default_factory=lambda: DEFAULT_LEVELS)
    notice_days: int = NOTICE_DAYS


def gate_facts(goal: Goal, known: Known, *, takes_effect_on: date | None = None) -> GateFacts:
    """The facts of a goal's gate."""
    assessment, substance = known.assessment, digest(goal)
    sides = {participant.side for participant in assessment.participants} if assessment else set()
    return GateFacts(
        linked=bool(goal.links),
        reason_without_link=bool(goal.no_objective_reason),
        balances_read=sum(1 for balance in BALANCES if getattr(goal, balance) is not None),
        measured_told=goal.measured_level is not None and bool(goal.measured_whom),
        assessed=assessment is not None,
        assessed_by_both_sides=sides == set(Side),
        assessment_outdated=assessment is not None and assessment.substance != substance,
        hearing=state_of(known.hearings, known.nearest, substance)[0],
        is_control_measure=goal.control_measure is Answer.YES,
        control_unclear=goal.control_measure in {None, Answer.UNCLEAR},
        notice_given_on=goal.notice_given_on,
        starts_on=takes_effect_on or goal.takes_effect_on or goal.notice_start_on,
        notice_days=known.notice_days,
        briefing=briefing_state(known.briefings, substance)[0],
        review_on=goal.next_review_on,
        passed_over=frozenset(goal.passed_over_points if goal.passed_over_substance in {None, substance} else ()),
    )


def gate_of(goal: Goal, known: Known, *, takes_effect_on: date | None = None) -> Gate:
    return check(gate_facts(goal, known, takes_effect_on=takes_effect_on), known.levels)


def shown_gate(goal: Goal, known: Known) -> ShownGate | None:
    """The gate as the goal's page shows it; None for a retired goal, which takes effect no more."""
    if goal.status is Status.RETIRED:
        return None
    facts = gate_facts(goal, known)
    gate = check(facts, known.levels)
    points = [_shown(goal, facts, known, checked) for checked in gate.points]
    fine, asked = len(gate.having(State.OK)), len(gate.asked)
    missing = len(gate.having(State.MISSING))
    counted = _("%(fine)s of %(asked)s points are in order.", fine=fine, asked=asked)
    if goal.status is Status.IN_FORCE:
        again = ngettext("One point is missing again", "%(num)s points are missing again", missing)
        whole = _("Everything is in place") if fine == asked else _("Nothing stops it")
        return ShownGate(not missing, again if missing else whole, counted, points)
    if missing:
        stops = ngettext(
            "One point must be mended before the goal can take effect.",
            "%(num)s points must be mended before the goal can take effect.",
            missing,
        )
        return ShownGate(False, _("The gate is closed"), f"{stops} {counted}", points)
    return ShownGate(True, _("The gate is open"), counted, points)


def _shown(goal: Goal, facts: GateFacts, known: Known, checked: Checked) -> ShownPoint:
    endpoint, anchor, words = MENDS.get(checked.point, ("", "", ""))
    may = bool(endpoint) and can(MEND_RULES[endpoint], goal)
    url = url_for(endpoint, goal_id=goal.id, _anchor=anchor or None) if may else ""
    if checked.why == "control_unclear" and may:
        url, words = url_for("goals.edit", goal_id=goal.id, _anchor="control_measure"), SAY_WHETHER
    if checked.why == "in_hearing":
        running = state_of(known.hearings, known.nearest, digest(goal))[1]
        url, words = url_for("hearings.show", goal_id=goal.id, hearing_id=running.id), SEE_HEARING
    if checked.why == "briefed_in_part":
        url, words = url_for("hearings.index", goal_id=goal.id), SEE_BRIEFING
    return ShownPoint(checked.state.value, TITLES[checked.why], _why(goal, facts, known, checked), url, words)


def _why(goal: Goal, facts: GateFacts, known: Known, checked: Checked) -> str:
    """The line under a point: what exactly, with names and dates."""
    if checked.point is Point.HEARING:
        return _why_heard(goal, known)
    if checked.point is Point.BRIEFING:
        told = briefing_state(known.briefings, digest(goal))[1]
        return day(told.group_on or told.committee_on) if told else ""
    if checked.point is Point.ASSESSMENT and known.assessment:
        done = day(known.assessment.assessed_on)
        return _("The goal has changed in substance since %(day)s.", day=done) if checked.why == "outdated" else done
    return _why_of_its_own(goal, facts, checked.why)


def _why_of_its_own(goal: Goal, facts: GateFacts, why: str) -> str:
    """The line under a point that asks about nothing but the goal itself."""
    if why == "linked":
        return "; ".join(link.objective.title for link in goal.links)
    if why == "reasoned":
        return goal.no_objective_reason
    if why == "unread":
        return _("%(count)s of 4 are read.", count=facts.balances_read)
    if why == "told":
        return goal.measured_whom
    if why in {"noticed", "too_soon"}:
        return _("It can start on %(day)s at the earliest.", day=day(facts.earliest_start))
    return day(goal.next_review_on) if why == "dated" else ""


def _answer_by(hearing: Hearing) -> str:
    name = hearing.committee.name if hearing.committee else ""
    return _("%(committee)s, answers until %(day)s.", committee=name, day=day(hearing.deadline))


def _why_heard(goal: Goal, known: Known) -> str:
    why, hearing = state_of(known.hearings, known.nearest, digest(goal))
    if hearing is None:
        return ""
    if why == "not_sought":
        return str(hearing.words)
    committee = hearing.committee.name
    if why == "in_hearing":
        running = sorted((one for one in known.hearings if one.is_open), key=lambda one: one.deadline or date.max)
        return " ".join(_answer_by(one) for one in running)
    if why in {"nobody_answered", "hearing_dropped"}:
        return f"{committee}, {day(hearing.ended_on)}"
    if why == "hearing_outdated":
        return _("The goal has changed in substance since %(day)s.", day=day(hearing.ended_on))
    said = [f"{SIDES_SAY[answer.side]}: {POSITIONS[answer.position]}" for answer in hearing.answers]
    silence = [hearing.silence] if why == "heard_in_part" else []
    return ". ".join([f"{committee}, {day(hearing.ended_on)}", *said, *silence])
