"""Marking that two goals pull against each other, and ending it."""

from __future__ import annotations

from app.core.forms import BaseForm, LongTextField, LookupField, VersionedForm, required
from app.core.languages import lazy

LONGEST = 2000


class MarkForm(BaseForm):
    other_id = LookupField(
        lazy("Which goal does it pull against?"),
        description=lazy("Write its number, such as M-0002, or choose from the list."),
        validators=[required(lazy("Write the number of the other goal."))],
    )
    words = LongTextField(
        lazy("How do they pull?"), limit=LONGEST, validators=[required(lazy("Write how the two pull."))],
        description=lazy("Tell of a situation in which one can't do right by both."),
    )  # fmt: skip


class EndForm(VersionedForm):
    ended_words = LongTextField(
        lazy("Why do they no longer pull against each other?"), limit=LONGEST,
        validators=[required(lazy("Write what has changed."))],
        description=lazy("Say what was changed or agreed, so that others can see how it was solved."),
    )  # fmt: skip
