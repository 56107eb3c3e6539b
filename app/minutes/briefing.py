"""A goal on one page, for those who prepare for a meeting. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.actions.models import Action
from app.balances.labels import READERS
from app.balances.models import Reader, Reading
from app.comments.models import Comment
from app.core.formats import day, number, short_day
from app.core.languages import gettext as _
from app.core.paper import Block, Facts, Points, Section, Table, Words
from app.decisions.models import Outcome
from app.decisions.wording import places, said
from app.dialogue.guide import said as asked_in
from app.goals.labels import RISK_LEVELS
from app.goals.models import Goal
from app.meetings.models import Item
from app.meetings.naming import reasons_of
from app.meetings.sight import Line

SHOWN = 5


@dataclass(frozen=True)
class OnGoal:
    """What stands on a goal's page of the pack: how each side of the committee reads it, what it wears on, what is
    asked by everybody, what is done about it and what was decided."""

    readings: Sequence[Reading]
    strains: Sequence[str]
    questions: Sequence[Comment]
    actions: Sequence[Action]
    decisions: Sequence[Outcome]


def goal_section(line: Line, goal: Goal, found: OnGoal) -> Section:
    """One page."""
    blocks: list[Block] = []
    if reasons := reasons_of(line.item):
        blocks.append(Points(reasons))
    blocks += case_of(line.item)
    blocks.append(Facts(_facts(goal)))
    for name, items in (
        (_("How it is read on the four balances"), [_reading(one) for one in found.readings]),
        (_("What it wears on"), found.strains[:SHOWN]),
        (_("Open questions"), [f"{one.author.name}: {one.body}" for one in found.questions[:SHOWN]]),
        (_("What was decided"), [said(one) for one in found.decisions[:SHOWN]]),
        (_("Talk about"), [asked_in(one) for one in line.item.questions]),
    ):  # fmt: skip
        if items:
            blocks += [Words(name), Points(list(items))]
    blocks.append(_actions(found.actions))
    return Section(f"{line.number} {goal}", blocks, new_page=True)


def case_of(item: Item) -> list[Block]:
    """What is written beforehand on an item."""
    texts = ((_("The case"), item.case_text), (_("Recommendation"), item.recommendation))
    return [Facts([(label, text)]) for label, text in texts if text]


def _facts(goal: Goal) -> list[tuple[str, str]]:
    unit = goal.measure_unit
    figures = ((_("Baseline"), goal.baseline), (_("Target"), goal.decided_target))
    return [
        (_("Why do we have the goal?"), goal.purpose),
        (_("Unit"), goal.unit.name),
        (_("What is measured?"), goal.measure),
        *((name, f"{number(value)} {unit}".strip()) for name, value in figures if value is not None),
        (_("Registration"), _("%(minutes)s minutes a week", minutes=goal.registration_minutes)
         if goal.registration_minutes else ""),
        (_("Risk"), str(RISK_LEVELS[goal.risk_level]) if goal.risk_level else _("Not assessed")),
        (_("Next review"), day(goal.next_review_on)),
    ]  # fmt: skip


def _reading(reading: Reading) -> str:
    who = READERS[reading.reader] if reading.reader in Reader else reading.reader
    return f"{who}, {short_day(reading.read_on)}: {places(reading)}"


def _actions(actions: Sequence[Action]) -> Table:
    rows = [
        (one.title, one.responsible.name if one.responsible is not None else "–", short_day(one.due_on) or "–")
        for one in actions[:SHOWN]
    ]
    heads = (_("Action"), _("Responsible"), _("By"))
    return Table(_("Actions"), heads, rows, (60, 24, 16), empty=_("No open actions."))
