"""The register of goals as the list engine sees it: its columns, its filters, and what each of them means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from app.balances.labels import NAMES, POLES
from app.balances.models import BALANCES
from app.balances.scale import spoken
from app.comments.queries import goals_unanswered, open_questions
from app.core.access import viewer
from app.core.clock import today
from app.core.db import sorted_danish
from app.core.languages import lazy, ngettext
from app.core.listing import Column, Filter, Listing, labels_as_options
from app.core.settings import setting
from app.core.waiting import late_before
from app.goals.hints import HEAVY
from app.goals.labels import FIELDS, HANGS_ON, KINDS, MEASURED_LEVELS, RISK_LEVELS, STATUSES, VALUES
from app.goals.models import (
    Answer,
    Goal,
    GoalObjective,
    HangsOn,
    Kind,
    MeasuredLevel,
    RiskLevel,
    ShownTo,
    Status,
    Steering,
)
from app.goals.queries import owner_options
from app.load.queries import goals_in_tension, reaching
from app.organisation.models import Unit
from app.organisation.queries import unit_options
from app.people.models import User
from app.strategy.queries import objective_options

SOON = timedelta(days=30)


def _said(labels: Any, name: str) -> Callable[[Goal], Any]:
    """The label of an enumeration's value, None where nothing was said."""
    return lambda goal: None if getattr(goal, name) is None else str(labels[getattr(goal, name)])


def _name_of(kind: type[Unit] | type[User], key: Any) -> Callable[[], Any]:
    """To sort by the name of what a goal refers to, in Danish order."""
    return lambda: sorted_danish(sa.select(kind.name).where(kind.id == key).scalar_subquery())


def _in_unit(value: str) -> Any:
    """A goal of that unit or of one below it."""
    path = sa.select(Unit.path).where(Unit.id == int(value)).scalar_subquery()
    return Goal.unit_id.in_(sa.select(Unit.id).where(Unit.path.startswith(path)))


def _serves(value: str) -> Any:
    if value == "0":
        return ~Goal.links.any()
    return Goal.id.in_(sa.select(GoalObjective.goal_id).where(GoalObjective.objective_id == int(value)))


def _owner(value: str) -> Any:
    if value == "none":
        return Goal.owner_id.is_(None)
    return Goal.owner_id == (viewer().id if value == "me" else int(value))


def _review(value: str) -> Any:
    in_use = Goal.status != Status.RETIRED
    if value == "none":
        return sa.and_(in_use, Goal.next_review_on.is_(None))
    limit = today() if value == "overdue" else today() + SOON
    return sa.and_(in_use, Goal.next_review_on < limit)


def _risk(value: str) -> Any:
    return Goal.risk_level.is_(None) if value == "none" else Goal.risk_level == RiskLevel(value)


def _unanswered(value: str) -> Any:
    before = late_before(today(), setting("answer_days")) if value == "late" else None
    return Goal.id.in_(goals_unanswered(before))


def _near(balance: str) -> Filter:
    """A filter on one balance: to which pole the goal leans."""
    place = getattr(Goal, balance)
    left, right = POLES[balance]
    wheres = {
        "far_left": place == -2,
        "left": place < 0,
        "middle": place == 0,
        "right": place > 0,
        "far_right": place == 2,
        "unread": place.is_(None),
    }
    return Filter(
        balance,
        NAMES[balance],
        lambda: [
            ("far_left", lazy("Right at: %(pole)s", pole=left)),
            ("left", lazy("Towards: %(pole)s", pole=left)),
            ("middle", lazy("In between")),
            ("right", lazy("Towards: %(pole)s", pole=right)),
            ("far_right", lazy("Right at: %(pole)s", pole=right)),
            ("unread", lazy("Not read")),
        ],
        lambda value: wheres[value],
        more=True,
    )


def _choice(name: str, label: Any, kind: Any, labels: Any, **kwargs: Any) -> Filter:
    return Filter(name, label, labels_as_options(labels), lambda value: getattr(Goal, name) == kind(value), **kwargs)


def _spoken_places(goal: Goal) -> str | None:
    places = {balance: getattr(goal, balance) for balance in BALANCES}
    return None if all(place is None for place in places.values()) else str(spoken(places))


def _text(name: str) -> Column:
    return Column(name, FIELDS[name], lambda goal: getattr(goal, name) or None, shown=False)


# Fields that a list may show beside the usual ones: texts, and choices by their words.
TEXTS = (
    "core_task", "value_for", "behaviour", "chosen_by", "no_objective_reason", "method", "statutory_deadline",
    "target_reason", "results_shown_why", "reward_period", "reward_threshold", "comparable_with",
    "comparison_conditions", "feedback_rhythm", "passed_over", "retired_reason", "note",
)  # fmt: skip
CHOICES = (
    "identifiable", "control_measure", "results_shown_to", "reward_for", "direction", "steering", "rhythm",
)  # fmt: skip


def _counted(number: int) -> str:
    return ngettext("%(num)s goal", "%(num)s goals", number)


COLUMNS = (
    Column("number", lazy("No."), lambda goal: goal.code, sort=Goal.number, show="dossier/_cells.html:number"),
    Column(
        "title",
        lazy("Goal"),
        lambda goal: goal.title,
        sort=lambda: sorted_danish(Goal.title),
        heads_row=True,
        show="dossier/_cells.html:title",
    ),
    Column("unit", lazy("Unit"), lambda goal: goal.unit.name, sort=_name_of(Unit, Goal.unit_id), shown=False),
    Column(
        "owner",
        lazy("Owner"),
        lambda goal: goal.owner.name if goal.owner else None,
        sort=_name_of(User, Goal.owner_id),
        shown=False,
    ),
    Column("balances", lazy("Balances"), _spoken_places, show="dossier/_cells.html:balances"),
    Column("status", lazy("Status"), _said(STATUSES, "status"), sort=Goal.status, show="dossier/_cells.html:status"),
    Column(
        "risk_level",
        lazy("Risk"),
        _said(RISK_LEVELS, "risk_level"),
        sort=sa.case({"high": 3, "medium": 2, "low": 1}, value=Goal.risk_level),
        show="dossier/_cells.html:risk",
    ),
    Column(
        "measured_count", lazy("Measured"), lambda goal: goal.measured_count, sort=Goal.measured_count, numeric=True
    ),
    Column(
        "next_review_on",
        lazy("Review"),
        lambda goal: goal.next_review_on,
        sort=Goal.next_review_on,
        show="dossier/_cells.html:review",
    ),
    Column(
        "open_questions",
        FIELDS["open_questions"],
        lambda goal: goal.open_questions,
        sort=open_questions,
        numeric=True,
        shown=False,
    ),
    Column("kind", lazy("Kind of goal"), _said(KINDS, "kind"), sort=Goal.kind, shown=False),
    Column("purpose", lazy("Purpose"), lambda goal: goal.purpose or None, shown=False),
    Column(
        "objectives",
        lazy("Strategic objectives"),
        lambda goal: "; ".join(link.objective.title for link in goal.links) or None,
        shown=False,
    ),
    Column("measure", lazy("Measure"), lambda goal: goal.measure or None, shown=False),
    Column("measure_unit", lazy("Unit of measure"), lambda goal: goal.measure_unit or None, shown=False),
    Column("baseline", lazy("Baseline"), lambda goal: goal.baseline, numeric=True, shown=False),
    Column("decided_target", lazy("Target"), lambda goal: goal.decided_target, numeric=True, shown=False),
    Column("target_on", lazy("Target date"), lambda goal: goal.target_on, sort=Goal.target_on, shown=False),
    Column(
        "measured_level",
        lazy("Who is measured"),
        _said(MEASURED_LEVELS, "measured_level"),
        sort=Goal.measured_level,
        shown=False,
    ),
    Column("measured_whom", lazy("Described as"), lambda goal: goal.measured_whom or None, shown=False),
    Column("hangs_on", lazy("What hangs on it"), _said(HANGS_ON, "hangs_on"), sort=Goal.hangs_on, shown=False),
    Column(
        "registration_minutes",
        lazy("Minutes a week"),
        lambda goal: goal.registration_minutes,
        sort=Goal.registration_minutes,
        numeric=True,
        shown=False,
    ),
    Column(
        "takes_effect_on",
        lazy("Takes effect"),
        lambda goal: goal.takes_effect_on,
        sort=Goal.takes_effect_on,
        shown=False,
    ),
    *(_text(name) for name in TEXTS),
    Column("parent", FIELDS["parent"], lambda goal: goal.parent.code if goal.parent else None, shown=False),
    *(Column(name, FIELDS[name], _said(VALUES[name], name), shown=False) for name in CHOICES),
    Column("proposed_target", FIELDS["proposed_target"], lambda goal: goal.proposed_target, numeric=True, shown=False),
    *(
        Column(name, FIELDS[name], attrgetter(name), sort=getattr(Goal, name), shown=False)
        for name in ("notice_given_on", "notice_start_on", "retired_on")
    ),
    Column(
        "review_months",
        FIELDS["review_months"],
        lambda goal: goal.review_months,
        sort=Goal.review_months,
        numeric=True,
        shown=False,
    ),
    *(
        Column(balance, NAMES[balance], attrgetter(balance), sort=getattr(Goal, balance), numeric=True, shown=False)
        for balance in BALANCES
    ),
)

FILTERS = (
    Filter(
        "owner",
        lazy("Owner"),
        lambda: [("me", lazy("Me")), ("none", lazy("Nobody")), *owner_options()],
        _owner,
        more=True,
        takes_id=True,
    ),
    Filter("unit", lazy("Unit"), unit_options, _in_unit, blank=lazy("All units"), takes_id=True),
    Filter(
        "group",
        lazy("Belongs to the unit itself"),
        unit_options,
        lambda value: Goal.unit_id == int(value),
        more=True,
        takes_id=True,
    ),
    Filter(
        "reaches",
        lazy("Measures the unit from above"),
        unit_options,
        lambda value: reaching(int(value)),
        more=True,
        takes_id=True,
    ),
    Filter(
        "tension",
        lazy("Pulls against another goal"),
        lambda: [("yes", lazy("Yes"))],
        lambda _value: Goal.id.in_(goals_in_tension(viewer())),
        more=True,
    ),
    _choice("status", lazy("Status"), Status, STATUSES),
    Filter("risk", lazy("Risk"), lambda: [*labels_as_options(RISK_LEVELS)(), ("none", lazy("Not assessed"))], _risk),
    Filter(
        "review",
        lazy("Review"),
        lambda: [
            ("overdue", lazy("Overdue")),
            ("soon", lazy("Overdue or within 30 days")),
            ("none", lazy("No date set")),
        ],
        _review,
    ),
    Filter(
        "unanswered",
        FIELDS["open_questions"],
        lambda: [("yes", lazy("At least one")), ("late", lazy("At least one past the limit"))],
        _unanswered,
        more=True,
    ),
    *(_near(balance) for balance in BALANCES),
    Filter(
        "objective",
        lazy("Strategic objective"),
        lambda: [("0", lazy("None")), *objective_options()],
        _serves,
        more=True,
        takes_id=True,
    ),
    _choice("measured_level", lazy("Who is measured"), MeasuredLevel, MEASURED_LEVELS, more=True),
    _choice("hangs_on", lazy("What hangs on it"), HangsOn, HANGS_ON, more=True),
    _choice("kind", lazy("Kind of goal"), Kind, KINDS, more=True),
    _choice("steering", FIELDS["steering"], Steering, VALUES["steering"], more=True),
    _choice("identifiable", FIELDS["identifiable"], Answer, VALUES["identifiable"], more=True),
    _choice("control_measure", FIELDS["control_measure"], Answer, VALUES["control_measure"], more=True),
    _choice("results_shown_to", FIELDS["results_shown_to"], ShownTo, VALUES["results_shown_to"], more=True),
    Filter(
        "statutory",
        FIELDS["statutory_deadline"],
        lambda: [("yes", lazy("Yes")), ("no", lazy("No"))],
        lambda value: (Goal.statutory_deadline != "") if value == "yes" else (Goal.statutory_deadline == ""),
        more=True,
    ),
    Filter(
        "registration",
        lazy("Time to register"),
        lambda: [("heavy", lazy("More than %(minutes)s minutes a week", minutes=HEAVY)), ("none", lazy("Not said"))],
        lambda value: Goal.registration_minutes > HEAVY if value == "heavy" else Goal.registration_minutes.is_(None),
        more=True,
    ),
)

GOALS = Listing("goals", COLUMNS, FILTERS, searched=Goal, default_sort="next_review_on", key=Goal.id, counted=_counted)
