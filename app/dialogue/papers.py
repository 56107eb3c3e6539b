"""A dialogue as a paper. Pure: the session in, a paper out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from app.balances.labels import NAMES
from app.balances.models import BALANCES, Reading
from app.balances.scale import beginning, stop
from app.core.formats import day
from app.core.languages import gettext as _
from app.core.languages import language
from app.core.paper import Block, Facts, Paper, Section, Table, Words
from app.dialogue.guide import Question, grouped, said
from app.dialogue.labels import AUDIENCES_SHORT, THEMES
from app.dialogue.models import DialogueSession


def session_paper(one: DialogueSession, *, title: str, organisation: str) -> Paper:
    """What was asked, answered, agreed and decided."""
    return Paper(
        title=title, subtitle=f"{one.committee.name}, {day(one.held_on)}", language=language(),
        facts=Facts([
            (_("Organisation"), organisation), (_("Began by"), one.created_by.name),
            (_("Ended"), day(one.ended_on) if one.ended_on else _("Not yet")),
        ]),
        sections=list(_sections(one)),
    )  # fmt: skip


def _sections(one: DialogueSession) -> Iterable[Section]:
    if one.summary:
        yield Section(_("What we take with us"), [Words(one.summary)])
    if one.sounding is not None and one.sounding.agreed is not None:
        yield Section(_("Where we agree that we stand"), [Facts(agreed_facts(one.sounding.agreed))])
    asked: list[Block] = [Facts([(said(question), question.answer or _("Nothing written down"))])
                          for question in one.questions]  # fmt: skip
    yield Section(_("Questions and answers"), asked or [Words(_("No questions were chosen."), soft=True)])
    rows = [
        (
            action.title,
            action.responsible.name if action.responsible else "",
            day(action.due_on) if action.due_on else "",
        )
        for action in one.actions
    ]
    heads = (_("What is to be done"), _("Who"), _("By when"))
    yield Section(_("Moves"), [Table(_("Moves"), heads, rows, (60, 22, 18), empty=_("No moves were decided."))])


def gist(one: DialogueSession) -> dict[str, Any]:
    """What it came to, as plain data in the language that is spoken. Whole days as ISO text."""
    agreed = agreed_facts(one.sounding.agreed) if one.sounding is not None and one.sounding.agreed is not None else []
    return {
        "day": one.held_on.isoformat(), "summary": one.summary, "agreed": [list(pair) for pair in agreed],
        "questions": [{"asked": said(asked), "answer": asked.answer} for asked in one.questions if asked.answer],
        "moves": [
            {"title": action.title, "who": action.responsible.name if action.responsible is not None else "",
             "by": action.due_on.isoformat() if action.due_on is not None else ""}
            for action in one.actions
        ],
    }  # fmt: skip


def agreed_facts(reading: Reading) -> list[tuple[str, str]]:
    """Each balance with the place on it, and why."""
    return [
        (str(NAMES[balance]), " ".join(
            part for part in (f"{beginning(stop(balance, reading.place(balance)))}.", reading.reason(balance)) if part
        ))
        for balance in BALANCES
    ]  # fmt: skip


def guide_paper(questions: Sequence[Question], *, organisation: str) -> Paper:
    """The guide, theme by theme, to lay on the table."""
    heads = (_("Question"), _("For whom"))
    return Paper(
        title=_("Dialogue questions"), language=language(), facts=Facts([(_("Organisation"), organisation)]),
        sections=[
            Section(str(THEMES[theme]), [
                Table(str(THEMES[theme]), heads, [(said(one), AUDIENCES_SHORT[one.audience]) for one in found],
                      (78, 22))
            ])
            for theme, found in grouped(questions)
        ],
    )  # fmt: skip
