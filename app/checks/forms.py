"""Setting a finding aside."""

from __future__ import annotations

import wtforms as w
from wtforms.validators import ValidationError

from app.checks.settings import latest_until
from app.core.clock import today
from app.core.formats import day
from app.core.forms import DateField, LongTextField, VersionedForm, required
from app.core.languages import gettext as _
from app.core.languages import lazy


class SetAsideForm(VersionedForm):
    reason = LongTextField(
        lazy("Why is it all right as it is for now?"), limit=2000, validators=[required(lazy("Write why."))],
        description=lazy("Everyone who can see the goal reads it."),
    )  # fmt: skip
    until = DateField(
        lazy("Until which day?"), validators=[required(lazy("Write the day on which it is to come up again."))],
        description=lazy("After that day it comes up again by itself."),
    )  # fmt: skip

    def validate_until(self, field: w.Field) -> None:
        if field.data < today():
            raise ValidationError(_("Choose today or a later day."))
        if field.data > latest_until():
            raise ValidationError(_("Choose %(day)s at the latest.", day=day(latest_until())))
