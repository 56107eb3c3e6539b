"""The rules of the service check, each with how much it matters, why, what it asks, and where it is mended.

A rule looks at goals in force only, unless it says otherwise; a retired goal is never looked at.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.checks import conditions as c
from app.checks.score import Severity
from app.core.languages import lazy
from app.goals.models import Status


class Subject(enum.StrEnum):
    """What a rule finds."""

    GOAL = "goal"
    OBJECTIVE = "objective"
    UNIT = "unit"


@dataclass(frozen=True)
class Mend:
    """The page on which a finding is mended, what the link says, and the rule that must let a person in."""

    endpoint: str
    words: Any
    rule: str = ""
    anchor: str = ""


IN_FORCE = (Status.IN_FORCE,)
STANDING = (Status.IN_HEARING, Status.IN_FORCE)  # also what is still before its committee
DRAFTS = (Status.DRAFT,)


@dataclass(frozen=True)
class Rule:
    """One rule. `detail` puts a hit's detail into words."""

    code: str
    severity: Severity
    title: Any
    why: Any
    query: Callable[[date, Mapping[str, Any]], c.Found]
    mend: Mend
    of: tuple[Status, ...] = IN_FORCE
    detail: Any = ""
    told: str = "day"  # what kind of detail it is: day, number, text or balances
    subject: Subject = Subject.GOAL


SERIOUS, MODERATE, NOTE = Severity

MAY_REVISE = "goals.may_revise"


def _edit(anchor: str) -> Mend:
    return Mend("goals.edit", lazy("Revise the goal"), MAY_REVISE, anchor)


ASSESS = Mend("risks.assess", lazy("Assess the work environment"), "risks.may_assess")
READ = Mend("balances.read", lazy("Place the goal"), "balances.may_read_balances")
REVIEW = Mend("goals.review", lazy("Set the next review"), MAY_REVISE)
HEAR = Mend("hearings.open", lazy("Open a hearing"), "hearings.may_open")
SEE_HEARINGS = Mend("hearings.index", lazy("See the hearings"))
BRIEF = Mend("hearings.add_briefing", lazy("Note the briefing"), "hearings.may_brief")
NOTICE = Mend("hearings.give_notice", lazy("Give notice"), "hearings.may_brief")
ANSWER = Mend("comments.index", lazy("See the conversation"))
EFFECTS = Mend("effects.index", lazy("See what was reported"))
GATE = Mend("dossier.show", lazy("See the gate"), anchor="gate-h")
ACTIONS = Mend("dossier.show", lazy("See what is done"), anchor="actions")
RISKS = Mend("risks.index", lazy("See the assessment"))

RULES: tuple[Rule, ...] = (
    Rule(
        "pay_unassessed", SERIOUS, lazy("Single persons are measured for pay, and nobody has assessed it"),
        lazy("Where pay or a ranking hangs on each one's own figure, the strain can be great. It must be assessed "
             "by both sides first."),
        c.pay_unassessed, ASSESS, STANDING,
    ),
    Rule(
        "individual_and_reward", SERIOUS, lazy("Measured one by one, with a reward on it"),
        lazy("It leans towards the individual and towards incentives. That often makes rivals of colleagues. "
             "Could the team share it?"),
        c.individual_and_reward, READ, STANDING,
    ),
    Rule(
        "shows_persons", SERIOUS, lazy("Results of single persons are shown to others"),
        lazy("Nobody should meet their own number on a board. It is easily read as control, and it shames more "
             "than it helps."),
        c.shows_persons, _edit("results_shown_to"), STANDING,
    ),
    Rule(
        "unheard", SERIOUS, lazy("In force without a hearing"),
        lazy("The employees' representatives are to be heard before a goal takes effect, or it is to be said why "
             "they were not."),
        c.unheard, HEAR,
    ),
    Rule(
        "control_without_notice", SERIOUS, lazy("Perhaps a control measure, and no notice is given"),
        lazy("A control measure must be announced in good time, with its purpose. Say whether it is one, and give "
             "notice if it is."),
        c.control_without_notice, NOTICE, STANDING,
    ),
    Rule(
        "high_without_action", SERIOUS, lazy("High risk, and nothing is under way against it"),
        lazy("A high risk calls for an action with somebody responsible and a date."),
        c.high_without_action, ACTIONS,
    ),
    Rule(
        "acceptance_ran_out", SERIOUS, lazy("A high risk was accepted, and the time is over"),
        lazy("It was accepted for a while only. Do something about it, assess it again, or accept it anew."),
        c.acceptance_ran_out, RISKS, STANDING, lazy("Accepted until %(detail)s"),
    ),
    Rule(
        "lowered_without_measure", SERIOUS, lazy("A risk was rated lower, though nothing was done"),
        lazy("A risk does not fall by itself. Say what was done, or why it is lower all the same."),
        c.lowered_without_measure, ASSESS, detail=lazy("Rated lower on %(detail)s"),
    ),
    Rule(
        "comment_unanswered", SERIOUS, lazy("A question or concern has waited past the limit"),
        lazy("Whoever asks is to have an answer from the other side. Silence is also an answer, and it is remembered."),
        c.comment_unanswered, ANSWER, STANDING, lazy("Waiting: %(detail)s"), told="number",
    ),
    Rule(
        "unassessed", MODERATE, lazy("The work environment is not assessed"),
        lazy("A goal steers how people work. What it does to them is to be looked at by both sides before it counts."),
        c.unassessed, ASSESS,
    ),
    Rule(
        "assessment_outdated", MODERATE, lazy("Assessed as an earlier version"),
        lazy("The goal has changed in substance since it was assessed, so the assessment may no longer hold."),
        c.assessment_outdated, ASSESS, STANDING, lazy("Assessed on %(detail)s"),
    ),
    Rule(
        "assessed_by_one_side", MODERATE, lazy("Only one side took part in the assessment"),
        lazy("The two sides see different things. An assessment is made together."),
        c.assessed_by_one_side, ASSESS,
    ),
    Rule(
        "hearing_outdated", MODERATE, lazy("Heard as an earlier version"),
        lazy("The goal has changed in substance since the committee was heard. What was said was said of "
             "something else."),
        c.hearing_outdated, HEAR, detail=lazy("Heard until %(detail)s"),
    ),
    Rule(
        "hearing_unclosed", MODERATE, lazy("A hearing is past its deadline and not closed"),
        lazy("The answers are in. The committee is to know what became of them."),
        c.hearing_unclosed, SEE_HEARINGS, STANDING, lazy("The deadline was %(detail)s"),
    ),
    Rule(
        "unbriefed", MODERATE, lazy("Not told about before it began"),
        lazy("People are to know what will be measured, and why, before it is done. Nothing is noted about it."),
        c.unbriefed, BRIEF,
    ),
    Rule(
        "result_kept_from_group", MODERATE, lazy("The committee knows the result, the group measured does not"),
        lazy("Those who are measured are the first to learn from it. Show them what came out."),
        c.result_kept_from_group, SEE_HEARINGS, detail=lazy("Shown to the committee on %(detail)s"),
    ),
    Rule(
        "effect_unanswered", MODERATE, lazy("An unintended effect is reported and not answered"),
        lazy("Somebody has seen that the goal does something nobody wanted. Those who answer for it owe an answer."),
        c.effect_unanswered, EFFECTS, STANDING, lazy("Waiting: %(detail)s"), told="number",
    ),
    Rule(
        "identifiable", MODERATE, lazy("Single persons can be told from the numbers"),
        lazy("Then it is no longer only the team that is measured. Agree on who may see the numbers, and why."),
        c.identifiable, _edit("identifiable"), STANDING,
    ),
    Rule(
        "activity_alike", MODERATE, lazy("Counts how busy people are, and alike for all"),
        lazy("It hits askew where conditions differ, and it says nothing of what comes out of the work."),
        c.activity_alike, READ, STANDING,
    ),
    Rule(
        "raised_silently", MODERATE, lazy("The target is not the one proposed, and nobody says why"),
        lazy("A target that was moved without a reason is hard to believe in for those who are to reach it."),
        c.raised_silently, _edit("target_reason"), STANDING,
    ),
    Rule(
        "compared_without_conditions", MODERATE, lazy("Compared without its conditions"),
        lazy("A comparison is only fair beside the conditions that each one works under. They are not written."),
        c.compared_without_conditions, _edit("comparison_conditions"), STANDING,
    ),
    Rule(
        "same_measure", MODERATE, lazy("The same measure in several units, and no conditions"),
        lazy("Two units with the same measure are soon held against each other. Say what differs before others "
             "forget it."),
        c.same_measure, _edit("comparison_conditions"), detail=lazy("Measure: %(detail)s"), told="text",
    ),
    Rule(
        "heavy_registration", MODERATE, lazy("Registering takes long"),
        lazy("More than three quarters of an hour a week from each is time taken from the core task. What can be "
             "left uncounted?"),
        c.heavy_registration, _edit("registration_minutes"), STANDING,
        lazy("%(detail)s minutes a week from each"), told="number",
    ),
    Rule(
        "unused_registration", MODERATE, lazy("Much is registered, and nobody has used it for a year"),
        lazy("Within a year nobody has revised the goal, agreed on where it stands or set its next review. What "
             "is the counting for?"),
        c.unused_registration, REVIEW, detail=lazy("%(detail)s minutes a week from each"), told="number",
    ),
    Rule(
        "unread_balances", MODERATE, lazy("Not placed on all four balances"),
        lazy("Without its place nobody sees which way the goal pulls."),
        c.unread_balances, READ, detail=lazy("Not read: %(detail)s of 4"), told="number",
    ),
    Rule(
        "review_overdue", MODERATE, lazy("The review is overdue"),
        lazy("A goal that nobody takes up again goes on although the reason for it may be gone."),
        c.review_overdue, REVIEW, STANDING, lazy("Was due on %(detail)s"),
    ),
    Rule(
        "review_undated", MODERATE, lazy("No next review is set"),
        lazy("A goal without a date is a goal for ever."),
        c.review_undated, REVIEW,
    ),
    Rule(
        "review_too_late", MODERATE, lazy("The next review lies later than the risk allows"),
        lazy("The higher the risk, the sooner it is looked at again."),
        c.review_too_late, REVIEW, STANDING, lazy("Set for %(detail)s"),
    ),
    Rule(
        "action_overdue", MODERATE, lazy("An action is overdue"),
        lazy("What was promised against a strain has not been done in time."),
        c.action_overdue, ACTIONS, STANDING, lazy("Was due on %(detail)s"),
    ),
    Rule(
        "effect_check_overdue", MODERATE, lazy("Nobody has looked whether an action worked"),
        lazy("An action that is done is not yet an action that helped. It was to be looked at before now."),
        c.effect_check_overdue, ACTIONS, STANDING, lazy("Was due on %(detail)s"),
    ),
    Rule(
        "barrier_overdue", MODERATE, lazy("A barrier was to be out of the way by now"),
        lazy("Something stands in the way of good work, and the day on which it was to be gone is past."),
        c.barrier_overdue, Mend("barriers.index", lazy("See the barriers")), STANDING, lazy("Was due on %(detail)s"),
    ),
    Rule(
        "tension", MODERATE, lazy("Pulls against another goal"),
        lazy("Those who are measured on both must choose each day. Say which comes first, or change one of them."),
        c.tension, Mend("dossier.show", lazy("See the tension"), anchor="load"), STANDING,
        lazy("Marked pairs: %(detail)s"), told="number",
    ),
    Rule(
        "without_objective", MODERATE, lazy("Serves no objective, and nobody says why"),
        lazy("A goal that serves nothing higher is hard to give meaning. Link it, or say why it stands alone."),
        c.without_objective, _edit("part-where"), STANDING,
    ),
    Rule(
        "without_purpose", MODERATE, lazy("Nobody has written what it is for"),
        lazy("A number without a purpose is soon read as control."),
        c.without_purpose, _edit("purpose"), STANDING,
    ),
    Rule(
        "without_owner", MODERATE, lazy("Nobody owns it"),
        lazy("Then nobody is asked, and nobody answers. The owner is missing or has left."),
        c.without_owner, _edit("owner_id"), STANDING,
    ),
    Rule(
        "in_closed_unit", MODERATE, lazy("Its unit is closed"),
        lazy("The goal is still in force for a unit that is no longer there. Move it or retire it."),
        c.in_closed_unit, _edit("unit_id"), STANDING, lazy("Closed on %(detail)s"),
    ),
    Rule(
        "untold_whom", MODERATE, lazy("Nobody has said who is measured"),
        lazy("Those who are measured have a right to know it."),
        c.untold_whom, _edit("measured_whom"),
    ),
    Rule(
        "far_without_reason", NOTE, lazy("At the very end of a balance, with no reason"),
        lazy("That far out a goal wins the advantages of one pole and pays with those of the other. Say why it "
             "stands there."),
        c.far_without_reason, READ, STANDING, lazy("Without a reason: %(detail)s"), told="balances",
    ),
    Rule(
        "deadline_as_target", NOTE, lazy("A statutory deadline is used as a target"),
        lazy("The law's deadline holds anyway. Show it as a frame, and say what the target wants beyond it."),
        c.deadline_as_target, _edit("statutory_deadline"), STANDING,
    ),
    Rule(
        "passed_over", NOTE, lazy("Put in force although something was missing"),
        lazy("There was a reason, and it is written on the goal. What was missing is still worth mending."),
        c.passed_over, GATE,
    ),
    Rule(
        "draft_left", NOTE, lazy("A draft that nobody has touched for half a year"),
        lazy("Finish it or retire it, so that the register shows what is really meant."),
        c.draft_left, _edit("title"), DRAFTS,
    ),
    Rule(
        "thin_objective", NOTE, lazy("An objective that few goals serve"),
        lazy("An objective with fewer than three goals may be hard to get nearer to. Is something missing, or is "
             "it enough?"),
        c.thin_objective, Mend("strategy.show", lazy("See the objective")), detail=lazy("Goals: %(detail)s"),
        told="number", subject=Subject.OBJECTIVE,
    ),
    Rule(
        "many_goals", NOTE, lazy("Many goals on the same people"),
        lazy("Each goal asks for attention. When there are many, people choose between them, and nobody sees "
             "which they leave."),
        c.many_goals, Mend("organisation.show", lazy("See the unit")), detail=lazy("Goals in force: %(detail)s"),
        told="number", subject=Subject.UNIT,
    ),
)  # fmt: skip

BY_CODE = {rule.code: rule for rule in RULES}
