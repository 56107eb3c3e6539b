"""What the plan says of a problem, an action and an aspect, in words: the same on the page and in the files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.actions.labels import FIELDS as ACTION_FIELDS
from app.actions.labels import STATUSES, STEPS, WORKED
from app.actions.models import OPEN, Action, ActionStatus
from app.apv.labels import MARKS
from app.apv.mark import due_on, mark_of
from app.apv.plan import Plan, Problem
from app.core.clock import today
from app.core.formats import day, listed, number, short_day
from app.core.languages import gettext as _
from app.core.languages import lazy, ngettext
from app.goals.labels import ASPECTS, RISK_LEVELS
from app.goals.models import Aspect
from app.organisation.models import Side
from app.risks.labels import CONSEQUENCES, FACTORS, PREVENTIONS, PROBABILITIES, SIDES
from app.risks.models import Factor

ACTION_HEADS = (
    lazy("What is done, and how"), lazy("Step of prevention"), lazy("Who"), lazy("When"), lazy("Follow-up"),
)  # fmt: skip
ASPECT_HEADS = (lazy("Aspect"), lazy("Last mapped"), lazy("Next by"), lazy("Mark"))
FACTOR_HEADS = (lazy("Factor"), lazy("Last found"))


def of_problem(problem: Problem) -> list[tuple[str, str]]:
    """[(what the law asks for, what was said)]; '' where nothing was."""
    said = problem.assessment
    return [
        (_("Seriousness"), seriousness(problem)),
        (_("Nature"), said.nature),
        (_("Extent"), said.extent),
        (_("Causes"), causes(problem)),
        (_("What prevents it already"), prevention(problem)),
        (_("Who took part"), took_part(problem)),
        (_("Accepted for a while"), acceptance(problem)),
    ]


def seriousness(problem: Problem) -> str:
    rating = problem.rating
    return _(
        "%(level)s risk, %(number)s of 25. It happens %(probability)s, and the consequence is %(consequence)s.",
        level=RISK_LEVELS[problem.level], number=problem.number, probability=PROBABILITIES[rating.probability],
        consequence=CONSEQUENCES[rating.consequence],
    )  # fmt: skip


def causes(problem: Problem) -> str:
    """The goal and the aspect, the factors of the order that were named, and what the two sides said of the strain."""
    factors = "; ".join(str(FACTORS[Factor(factor)]) for factor in problem.assessment.factors)
    lines = [
        _("Goal: %(goal)s", goal=problem.goal),
        _("Aspect: %(aspect)s", aspect=ASPECTS[problem.strain.aspect]),
        _("Factors of the order: %(factors)s", factors=factors) if factors else "",
        problem.rating.words,
    ]
    return "\n".join(line for line in lines if line)


def prevention(problem: Problem) -> str:
    return "\n".join(f"{PREVENTIONS[one.area]}: {one.words}" for one in problem.assessment.measures if one.words)


def acceptance(problem: Problem) -> str:
    """Who accepted that the risk remains, until when, and why."""
    accepted = problem.accepted
    if accepted is None:
        return ""
    head = _("Accepted by %(name)s until %(day)s.", name=accepted.accepted_by.name, day=day(accepted.until))
    if accepted.has_run_out(today()):
        head = _("Accepted by %(name)s until %(day)s; that time is over.", name=accepted.accepted_by.name,
                 day=day(accepted.until))  # fmt: skip
    return f"{head}\n{accepted.reason}"


def took_part(problem: Problem) -> str:
    sides = [f"{SIDES[side]}: {listed(names)}" for side in Side if (names := problem.took_part(side))]
    return "\n".join([_("Assessed on %(day)s.", day=day(problem.assessment.assessed_on)), *sides])


def of_action(action: Action, *, late: str = "") -> list[str]:
    """The cells under ACTION_HEADS; `late` is added to when an overdue one should have been done."""
    return [
        "\n".join(part for part in (action.title, action.how) if part),
        str(STEPS[action.step]) if action.step else _("Not said"),
        action.responsible.name if action.responsible else _("Nobody yet"),
        "\n".join(part for part in (when(action), late if is_late(action) else "") if part),
        effect(action),
    ]


def when(action: Action) -> str:
    """By when, and how far it has come."""
    due = short_day(action.due_on) or _("No date yet")
    stands = str(STATUSES[action.status])
    if action.status is ActionStatus.UNDERWAY and action.progress:
        stands = _("%(status)s, %(number)s per cent", status=stands, number=number(action.progress))
    return f"{due}\n{stands}"


def effect(action: Action) -> str:
    """When it is or was looked at whether it worked, and what showed."""
    if action.worked is not None and action.checked_on is not None:
        by = action.checked_by.name if action.checked_by else ""
        head = _("Checked on %(day)s by %(name)s: %(worked)s.", day=short_day(action.checked_on), name=by,
                 worked=str(WORKED[action.worked]).lower())  # fmt: skip
        return "\n".join(part for part in (head, figures(action), action.check_words, learned(action)) if part)
    if action.check_on is None:
        return _("No day for the check yet")
    return _("To be checked on %(day)s", day=short_day(action.check_on))


def figures(action: Action) -> str:
    """What an experiment measured before and after; '' for other actions."""
    if not action.is_experiment:
        return ""
    values = (action.value_before, action.value_after)
    names = (ACTION_FIELDS["value_before"], ACTION_FIELDS["value_after"])
    said = [f"{name}: {number(value)}" for name, value in zip(names, values, strict=True) if value is not None]
    return " ".join([". ".join(said), action.measure_unit]).strip() if said else action.no_figure


def learned(action: Action) -> str:
    return f"{ACTION_FIELDS['learned']}: {action.learned}" if action.learned else ""


def is_late(action: Action) -> bool:
    return action.status in OPEN and action.due_on is not None and action.due_on < today()


def of_aspects(days: Mapping[Aspect, date], years: int) -> list[list[Any]]:
    """A row for each aspect under ASPECT_HEADS."""
    rows = []
    for aspect in Aspect:
        last = days.get(aspect)
        rows.append([str(ASPECTS[aspect]), last, due_on(last, years), str(MARKS[mark_of(last, today(), years)])])
    return rows


def of_factors(plan: Plan) -> list[list[Any]]:
    """A row for each factor under FACTOR_HEADS."""
    return [[str(FACTORS[one]), plan.factors.named.get(one, _("Never"))] for one in Factor]


def counted(plan: Plan) -> str:
    """How much of the unit's goals the plan rests on."""
    goals = ngettext("%(num)d goal in force", "%(num)d goals in force", plan.counts.goals)
    return _("%(goals)s, %(assessed)s of them assessed.", goals=goals, assessed=number(plan.counts.assessed))


def unnamed(number: int) -> str:
    """What a list of goals leaves out."""
    return ngettext("And one more goal.", "And %(num)s more goals.", number)


def newest_only(number: int) -> str:
    return _("Only the newest %(number)s stand here.", number=number)


def first_units(number: int) -> str:
    return _("Only the first %(number)s units stand here. Read the plan unit by unit to see the others.", number=number)
