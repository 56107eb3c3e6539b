"""Writing about the process."""

from __future__ import annotations

from app.apv.labels import FIELDS
from app.core.forms import BaseForm, LongTextField, required
from app.core.languages import lazy


class NoteForm(BaseForm):
    absence = LongTextField(
        FIELDS["absence"],
        limit=4000,
        description=lazy("Write about the whole. No names, and nothing about any one person's health."),
        validators=[required(lazy("Write how sickness absence was taken into account, or why it could not be."))],
    )
    participation = LongTextField(
        FIELDS["participation"],
        limit=4000,
        description=lazy("From planning and mapping to action plan and follow-up."),
        validators=[required(lazy("Write how the work-environment organisation took part."))],
    )
