"""Hearings, briefings and notices of the cast, made by the room's own verbs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.core.clock import today
from app.core.formats import typed_day
from app.hearings.models import Briefing, ControlNotice, Hearing, Outcome, Phase, Position
from app.hearings.operations import add_briefing, answer_hearing, close_hearing, give_notice, open_hearing
from app.organisation.models import Side

NOTICE = {
    "purpose": "At se, om ruterne er planlagt rigtigt.", "grounds": "Planen skal kunne rettes.",
    "recorded": "Ankomst og afgang.", "used_for": "Kun samlet pr. uge.", "seen_by": "Planlæggerne.",
    "storage": "13 måneder.", "controller": "Lilleby Kommune", "legal_basis": "Artikel 6.", "contact": "Karin.",
    "discussed": "Lokal-MED.",
}  # fmt: skip


def opened(cast: Any, *, goal: Any = None, committee: Any = None, days: int = 14, by: Any = None) -> Hearing:
    """A hearing on the draft in the local committee, unless told otherwise."""
    return open_hearing(
        goal or cast.draft, committee=committee or cast.local, deadline=today() + timedelta(days=days),
        by=by or cast.karin, question="Hvem bærer det?",
    )  # fmt: skip


def answered(cast: Any, hearing: Hearing, *, is_final: bool = True) -> Hearing:
    """Both sides of the local committee answer: management supports, employees object."""
    answer_hearing(
        hearing, side=Side.MANAGEMENT, position=Position.SUPPORTS, words="", by=cast.karin, is_final=is_final
    )
    answer_hearing(
        hearing, side=Side.EMPLOYEES, position=Position.OBJECTS, words="Det går ud over roen.", by=cast.trine,
        is_final=is_final,
    )  # fmt: skip
    return hearing


def closed(cast: Any, **more: Any) -> Hearing:
    """A hearing that both sides answered and Karin closed."""
    hearing = answered(cast, opened(cast, **more))
    close_hearing(hearing, outcome=Outcome.UNCHANGED, words="Vi prøver det i et halvt år.", by=cast.karin)
    return hearing


def briefed(cast: Any, *, goal: Any = None, committee: bool = True, group: bool = True) -> Briefing:
    """A briefing of both, or of one of them, today."""
    return add_briefing(
        goal or cast.goal, by=cast.karin, phase=Phase.BEFORE, told="Hvad vi vil måle.", group_how="På fredagsmødet",
        committee_id=cast.local.id, committee_on=today() if committee else None, group_on=today() if group else None,
    )  # fmt: skip


def noticed(cast: Any, *, goal: Any = None, days: int = 42) -> ControlNotice:
    start = today() + timedelta(days=days)
    return give_notice(goal or cast.goal, by=cast.karin, given_on=today(), starts_on=start, **NOTICE)


def in_days(days: int) -> str:
    return typed_day(today() + timedelta(days=days))
