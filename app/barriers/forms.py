"""Reporting a barrier, saying who takes it away, and what became of it."""

from __future__ import annotations

from datetime import timedelta

import wtforms as w
from wtforms.validators import ValidationError

from app.barriers.labels import FIELDS, KINDS
from app.barriers.models import BarrierKind
from app.core.clock import today
from app.core.forms import BaseForm, ChoiceField, DateField, LongTextField, PickField, VersionedForm, required
from app.core.languages import gettext as _
from app.core.languages import lazy

LONGEST = 5000
FARTHEST = timedelta(days=3 * 366)
DAY = lazy("Day, month and year, such as 31.12.2027")


class ReportForm(BaseForm):
    words = LongTextField(
        lazy("What stands in the way?"), limit=LONGEST, validators=[required(lazy("Write what stands in the way."))],
        description=lazy("Tell what it is, when you meet it, and what would be easier without it."),
    )  # fmt: skip
    kind = ChoiceField(
        lazy("What kind of barrier is it?"), BarrierKind, KINDS, radio=True,
        validators=[required(lazy("Choose what kind of barrier it is."))],
    )  # fmt: skip


class AssignForm(VersionedForm):
    owner_id = PickField(
        FIELDS["owner"], blank=lazy("Choose a person"), validators=[required(lazy("Choose who takes it away."))]
    )
    due_on = DateField(
        FIELDS["due_on"], description=DAY, validators=[required(lazy("Write by when the barrier is to be gone."))]
    )

    def validate_due_on(self, field: w.Field) -> None:
        if field.data is not None and not today() <= field.data <= today() + FARTHEST:
            raise ValidationError(_("Write a day from today on and within three years."))


class RemoveForm(VersionedForm):
    how = LongTextField(
        lazy("What was done?"), limit=LONGEST, validators=[required(lazy("Write what was done."))],
        description=lazy("Others who have the same barrier can learn from it."),
    )  # fmt: skip
    removed_on = DateField(
        FIELDS["removed_on"], description=DAY, validators=[required(lazy("Write since when the barrier is gone."))]
    )

    def validate_removed_on(self, field: w.Field) -> None:
        if field.data is not None and field.data > today():
            raise ValidationError(_("The day lies ahead. Say that it is removed when it is."))


class KeepForm(VersionedForm):
    reason = LongTextField(
        lazy("Why does it stay?"), limit=LONGEST, validators=[required(lazy("Write why the barrier stays."))],
        description=lazy("The one who reported it is told, and everyone who can see the goal reads it."),
    )  # fmt: skip
