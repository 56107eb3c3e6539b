"""Reporting an unintended effect, and answering."""

from __future__ import annotations

from app.core.forms import BaseForm, LongTextField, VersionedForm, required
from app.core.languages import lazy

LONGEST = 5000


class ReportForm(BaseForm):
    words = LongTextField(
        lazy("What have you seen?"), limit=LONGEST, validators=[required(lazy("Write what you have seen."))],
        description=lazy("Tell what happens, when, and what it does to the work. Leave out the names of colleagues."),
    )  # fmt: skip


class AnswerEffectForm(VersionedForm):
    answer = LongTextField(
        lazy("Your answer"), limit=LONGEST, validators=[required(lazy("Write your answer."))],
        description=lazy("Say what you make of it and what you will do. Everyone who can see the goal reads it."),
    )  # fmt: skip
