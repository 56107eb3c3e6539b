"""The plan as a paper, with everything that the page says."""

from __future__ import annotations

from datetime import date

from app.apv import wording
from app.apv.labels import FIELDS, MARKS
from app.apv.mark import mark_of
from app.apv.plan import Plan, Problem
from app.core.clock import today
from app.core.formats import day, short_day
from app.core.languages import gettext as _
from app.core.languages import language
from app.core.paper import Block, Facts, Paper, Points, Section, Table, Words
from app.goals.labels import ASPECTS
from app.goals.models import Aspect

ACTION_WIDTHS = (34, 15, 13, 14, 24)


def paper_of(plan: Plan, *, organisation: str, years: int) -> Paper:
    unit = plan.scope.unit
    return Paper(
        title=_("Action plan for the work environment: %(unit)s", unit=unit),
        subtitle=_("The part of the workplace assessment (APV) that concerns performance goals"),
        language=language(),
        landscape=True,
        facts=Facts([
            (_("Organisation"), organisation),
            (_("Covers"), _("%(unit)s and all units below it", unit=unit) if plan.scope.below else str(unit)),
            (_("As it stood on"), day(today())),
            (_("Goals"), wording.counted(plan)),
        ]),
        sections=[*_problems(plan), *_mapping(plan, years), _process(plan), _law()],
    )  # fmt: skip


def _problems(plan: Plan) -> list[Section]:
    shown, all_of_them = len(plan.problems), plan.counts.problems
    told = _("Every strain that is not low, or about which something is being done, the most serious ones first.")
    if not all_of_them:
        told = _("No strain of the unit's goals is above low, and nothing waits to be done about any.")
    head: list[Block] = [Words(told)]
    if shown < all_of_them:
        head.append(Words(_(
            "The %(shown)s most serious of %(count)s problems stand here. Take the plan unit by unit to have them all.",
            shown=shown, count=all_of_them,
        )))  # fmt: skip
    below = plan.scope.below
    problems = (_problem(place, one, below=below) for place, one in enumerate(plan.problems, start=1))
    return [Section(_("Action plan"), head), *problems, *_others(plan)]


def _problem(place: int, problem: Problem, *, below: bool) -> Section:
    unit = [(_("Unit"), problem.goal.unit.name)] if below else []
    facts = Facts([*unit, *wording.of_problem(problem)], name=_("Problems"), key=_("Problem"))
    rows = [wording.of_action(action, late=_("Overdue")) for action in problem.actions]
    done = Table(
        _("Actions"), wording.ACTION_HEADS, rows, ACTION_WIDTHS, empty=_("No action yet."), key=_("Problem")
    )  # fmt: skip
    return Section(f"{place}. {problem.strain.title}", [facts, done], level=2)


def _others(plan: Plan) -> list[Section]:
    """What is done about the goals, but about no strain of the plan."""
    if not plan.others:
        return []
    rows = [wording.of_action(action, late=_("Overdue")) for action in plan.others]
    done = Table(_("Other actions on the goals"), wording.ACTION_HEADS, rows, ACTION_WIDTHS)
    more = [Words(wording.newest_only(len(plan.others)))] if plan.has_more_others else []
    return [Section(_("Other actions on the goals"), [done, *more], level=2)]


def _mapping(plan: Plan, years: int) -> list[Section]:
    factors = Table(
        _("Factors of the order"), wording.FACTOR_HEADS, wording.of_factors(plan), (3, 1), empty=_("Never")
    )  # fmt: skip
    asked = short_day(plan.factors.asked_on) or _("Never")
    return [
        Section(_("What was last mapped when"), [
            Words(_("Each aspect is to be mapped at least every %(years)s years.", years=years)),
            _by_unit(plan, years) if plan.scope.below else _by_aspect(plan, years),
            *([Words(wording.first_units(len(plan.mapped)))] if plan.has_more_units else []),
        ]),
        Section(_("The factors of the order on psychosocial work environment"), [
            Words(_("Last asked about: %(day)s.", day=asked)), factors,
        ], level=2),
        *_unassessed(plan),
    ]  # fmt: skip


def _by_aspect(plan: Plan, years: int) -> Table:
    days = plan.mapped[0].aspects if plan.mapped else {}
    rows = wording.of_aspects(days, years)
    return Table(_("Aspects"), wording.ASPECT_HEADS, rows, (3, 2, 2, 2))


def _by_unit(plan: Plan, years: int) -> Table:
    rows = [[str(one.unit), *(_last(one.aspects.get(aspect), years) for aspect in Aspect)] for one in plan.mapped]
    heads = [_("Unit"), *(ASPECTS[aspect] for aspect in Aspect)]
    return Table(_("Aspects"), heads, rows, (3, 2, 2, 2, 2, 2, 2), empty=_("No goal is in force here."))


def _last(last: date | None, years: int) -> str:
    mark = str(MARKS[mark_of(last, today(), years)])
    return mark if last is None else f"{short_day(last)}\n{mark}"


def _unassessed(plan: Plan) -> list[Section]:
    if not plan.unassessed:
        return []
    blocks: list[Block] = [Points([str(goal) for goal in plan.unassessed])]
    if plan.unnamed:
        blocks.append(Words(wording.unnamed(plan.unnamed)))
    return [Section(_("Goals in force that nobody has assessed"), blocks, level=2)]


def _process(plan: Plan) -> Section:
    note = plan.note
    if note is None:
        return Section(_("The process"), [Words(_("Nobody has written about the process yet."))])
    written = _("Written by %(name)s on %(day)s.", name=note.noted_by.name, day=day(note.noted_at))
    pairs = [(FIELDS["absence"], note.absence), (FIELDS["participation"], note.participation)]
    return Section(_("The process"), [Facts(pairs), Words(written, soft=True)])


def _law() -> Section:
    return Section(_("What this is, and what it is not"), [Words(law())])


def law() -> str:
    return _(
        "Performance goals are only one part of a workplace assessment. The other conditions of the workplace, such as "
        "the physical ones, are mapped elsewhere. The plan says what the order on systematic work-environment work "
        "(no. 65 of 22 January 2024) asks of an action plan: the nature, seriousness, extent and causes of each "
        "problem, when, how and by whom it is solved, and whether it worked. It is open to managers, employees and the "
        "Working Environment Authority."
    )
