"""The verbs on goals."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from app.core.clock import today
from app.core.db import next_number, session
from app.core.operation import check_version, operation, record, touch
from app.core.trees import hold, keep_above
from app.goals.gate import Gate
from app.goals.life import is_announced, may_become
from app.goals.limits import latest_allowed
from app.goals.models import Goal, GoalObjective, RiskLevel, Status
from app.goals.notices import tell_people
from app.goals.queries import assessed_goals, get_goal
from app.goals.reviews import latest_review, months_later, not_later_than
from app.goals.settings import review_limits
from app.goals.substance import digest
from app.people.models import User

Links = Iterable[tuple[int, str]]

# What a new draft takes over from the retired goal that it comes from.
TAKEN_OVER = (
    "title", "purpose", "core_task", "value_for", "behaviour", "unit_id", "owner_id", "chosen_by", "parent_id",
    "no_objective_reason", "measured_level", "measured_whom", "measured_count", "identifiable", "control_measure",
    "results_shown_to", "results_shown_why", "hangs_on", "reward_for", "reward_period", "reward_threshold",
    "comparable_with", "comparison_conditions", "registration_minutes", "feedback_rhythm", "kind", "measure", "method",
    "measure_unit", "direction", "steering", "statutory_deadline", "baseline", "proposed_target", "decided_target",
    "target_reason", "target_on", "rhythm", "review_months", "note",
)  # fmt: skip


class WrongTime(ValueError):
    """The goal is not at the point of its life where this can be done."""


class ReviewTooLate(ValueError):
    """The next review would lie later than the goal's risk allows."""


class GateClosed(ValueError):
    """A required point is missing, and nobody has said why it is passed over."""


@operation("goal.added", "goal.links_revised")
def add_goal(*, by: User | None, links: Links = (), **answers: Any) -> Goal:
    """A new draft. It takes a title and a unit; everything else may come later."""
    goal = Goal(number=next_number("goal"), created_by_id=by.id if by else None, **answers)
    session().add(goal)
    record("goal.added", goal, by=by)
    _set_links(goal, links, by=by)
    tell_people(goal, "goal.added", by=by)
    return goal


@operation("goal.revised", "goal.links_revised")
def revise_goal(
    goal: Goal, *, by: User | None, version: int | None = None, links: Links | None = None, **answers: Any
) -> bool:
    """Change a goal's answers and links; whether anything was changed. Stale when it was opened on an older version."""
    check_version(goal, version)
    if goal.status is Status.RETIRED:
        raise WrongTime(goal)
    changed = [name for name, value in answers.items() if getattr(goal, name) != value]
    if "next_review_on" in changed:
        _check_review(goal, answers["next_review_on"])
    if "parent_id" in changed:
        hold(Goal)
        keep_above(goal, get_goal(answers["parent_id"]) if answers["parent_id"] else None)
    before = digest(goal)
    for name in changed:
        setattr(goal, name, answers[name])
    if is_announced(goal, today()) and digest(goal) != before:
        _take_back_announcement(goal)
    if changed:
        record("goal.revised", goal, by=by)
        tell_people(goal, "goal.revised", by=by)
    linked = links is not None and _set_links(goal, links, by=by)
    return bool(changed) or linked


def _take_back_announcement(goal: Goal) -> None:
    """An announced goal that is no longer what was decided must come through its gate again."""
    goal.status, goal.takes_effect_on = Status.IN_HEARING, None
    goal.passed_over, goal.passed_over_points, goal.passed_over_substance = "", [], None


def _set_links(goal: Goal, links: Links, *, by: User | None) -> bool:
    wanted = dict(links)
    now = {link.objective_id: link for link in goal.links}
    if {key: link.sentence for key, link in now.items()} == wanted:
        return False
    before = _as_words(goal.links)
    for key in now.keys() - wanted.keys():
        goal.links.remove(now[key])
    for key, sentence in wanted.items():
        if key in now:
            now[key].sentence = sentence
        else:
            goal.links.append(GoalObjective(objective_id=key, sentence=sentence))
    session().flush()
    record("goal.links_revised", goal, by=by, also={"objectives": (before, _as_words(goal.links))})
    touch(goal)
    return True


def _as_words(links: Iterable[GoalObjective]) -> list[str]:
    """Each objective that a goal serves, and how."""
    return sorted(f"{link.objective}: {link.sentence}" if link.sentence else str(link.objective) for link in links)


@operation("goal.started")
def start_goal(
    goal: Goal,
    *,
    by: User | None,
    gate: Gate,
    takes_effect_on: date,
    passed_over: str = "",
    version: int | None = None,
) -> None:
    """Put a draft in force from a day on. GateClosed when a required point is missing and no reason is given."""
    check_version(goal, version)
    if not may_become(goal.status, Status.IN_FORCE):
        raise WrongTime(goal)
    if not gate.is_open and not passed_over:
        raise GateClosed(goal)
    goal.status = Status.IN_FORCE
    goal.takes_effect_on = takes_effect_on
    goal.passed_over, goal.passed_over_points = ("", []) if gate.is_open else (passed_over, gate.lacks)
    goal.passed_over_substance = None if gate.is_open else digest(goal)
    record("goal.started", goal, by=by)
    tell_people(goal, "goal.started", by=by)


@operation("goal.in_hearing")
def send_to_hearing(goal: Goal, *, by: User | None) -> None:
    """A draft whose hearing has opened is for everybody to see. A goal in force stays in force while it is heard."""
    if goal.status is Status.RETIRED:
        raise WrongTime(goal)
    if goal.status is Status.DRAFT:
        goal.status = Status.IN_HEARING
        record("goal.in_hearing", goal, by=by)


@operation("goal.back_to_draft")
def take_back(goal: Goal, *, by: User | None) -> None:
    """A goal whose only hearing was withdrawn is a draft again."""
    if goal.status is Status.IN_HEARING:
        goal.status = Status.DRAFT
        record("goal.back_to_draft", goal, by=by)


@operation("goal.notice_given")
def set_notice(goal: Goal, *, by: User, given_on: date, starts_on: date) -> None:
    """Say when notice of a control measure was given, and when measuring starts."""
    if goal.status is Status.RETIRED:
        raise WrongTime(goal)
    goal.notice_given_on, goal.notice_start_on = given_on, starts_on
    touch(goal)
    record("goal.notice_given", goal, by=by)


@operation("goal.retired")
def retire_goal(goal: Goal, *, by: User | None, reason: str, version: int | None = None) -> None:
    check_version(goal, version)
    if not may_become(goal.status, Status.RETIRED):
        raise WrongTime(goal)
    goal.status, goal.retired_on, goal.retired_reason = Status.RETIRED, today(), reason
    record("goal.retired", goal, by=by)
    tell_people(goal, "goal.retired", by=by)


@operation("goal.taken_up", "goal.added", "goal.links_revised")
def take_up_goal(goal: Goal, *, by: User | None) -> Goal:
    """A new draft that says what the retired goal said, and remembers where it came from."""
    if goal.status is not Status.RETIRED:
        raise WrongTime(goal)
    links = [(link.objective_id, link.sentence) for link in goal.links]
    answers = {name: getattr(goal, name) for name in TAKEN_OVER}
    draft = add_goal(by=by, links=links, origin_id=goal.id, **answers)
    record("goal.taken_up", draft, by=by, earlier=goal.code)
    tell_people(draft, "goal.taken_up", by=by)
    return draft


@operation("goal.review_set")
def set_review(
    goal: Goal, *, by: User | None, next_review_on: date | None, review_months: int | None, version: int | None = None
) -> None:
    """The next review on a day, or so many months from today. ReviewTooLate when the goal's risk asks for it sooner."""
    check_version(goal, version)
    wanted = next_review_on or (months_later(today(), review_months) if review_months else None)
    _check_review(goal, wanted)
    goal.next_review_on = wanted
    goal.review_months = review_months
    record("goal.review_set", goal, by=by)


def _check_review(goal: Goal, wanted: date | None) -> None:
    latest = latest_allowed(goal)
    if latest is not None and wanted != goal.next_review_on and (wanted is None or wanted > latest):
        raise ReviewTooLate(latest)


@operation("goal.placed")
def set_places(
    goal: Goal,
    *,
    by: User | None,
    focus: int | None,
    level: int | None,
    process: int | None,
    use: int | None,
    is_agreed: bool = False,
) -> None:
    """Repeat on the goal where its newest reading places it, and whether the committee agreed on that."""
    if (goal.focus, goal.level, goal.process, goal.use, goal.is_agreed) == (focus, level, process, use, is_agreed):
        return
    goal.focus, goal.level, goal.process, goal.use, goal.is_agreed = focus, level, process, use, is_agreed
    record("goal.placed", goal, by=by)


@operation("goal.risk_set")
def set_risk_level(goal: Goal, *, by: User | None, risk_level: RiskLevel) -> None:
    """Repeat on the goal what its newest assessment says, and draw the next review nearer if the risk asks for it."""
    if _level(goal, risk_level):
        record("goal.risk_set", goal, by=by)


@operation("goal.relevelled")
def relevel_goal(goal: Goal, *, by: User | None, risk_level: RiskLevel) -> None:
    """The same strains lie in another band, since the bands were chosen anew."""
    if goal.risk_level is not risk_level and _level(goal, risk_level):
        record("goal.relevelled", goal, by=by)


def _level(goal: Goal, risk_level: RiskLevel) -> bool:
    """Give the goal its level, and the review that goes with it; whether anything was changed."""
    review = not_later_than(goal.next_review_on, today(), review_limits()[risk_level])
    before = goal.risk_level, goal.next_review_on
    goal.risk_level, goal.next_review_on = risk_level, review
    return before != (risk_level, review)


@operation("goal.review_drawn_nearer")
def draw_review_nearer(goal: Goal, *, by: User | None, no_later_than: date) -> None:
    """Bring the next review forward where it lies later than that day; where none is set, it is that day."""
    if goal.next_review_on is not None and goal.next_review_on <= no_later_than:
        return
    goal.next_review_on = no_later_than
    record("goal.review_drawn_nearer", goal, by=by)


@operation("goal.review_drawn_nearer")
def draw_reviews_nearer(*, by: User | None) -> None:
    """Keep every review within what is chosen now for the goal's risk."""
    limits = review_limits()
    for goal in assessed_goals():
        latest = latest_review(goal.risk_level, today(), limits)
        if latest is not None:
            draw_review_nearer(goal, by=by, no_later_than=latest)
