"""Putting a goal in force."""

from __future__ import annotations

from typing import Any

from wtforms.validators import ValidationError

from app.core.clock import today
from app.core.forms import DateField, LongTextField, VersionedForm, required
from app.core.languages import gettext as _
from app.core.languages import lazy


class StartForm(VersionedForm):
    takes_effect_on = DateField(
        lazy("Takes effect on"),
        validators=[required(lazy("Write the day on which the goal takes effect."))],
        description=lazy("Day, month and year, such as 31.12.2027. Until then the goal stands as announced."),
    )

    def validate_takes_effect_on(self, field: Any) -> None:
        if field.data is not None and field.data < today():
            raise ValidationError(_("The date lies before today. Write today or a later one."))

    passed_over = LongTextField(
        lazy("Why should it take effect although something is missing?"),
        limit=2000,
        description=lazy("Everyone who reads the goal sees this reason."),
    )
