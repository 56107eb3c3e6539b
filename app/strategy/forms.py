"""The form about an objective."""

from __future__ import annotations

import wtforms as w

from app.core.forms import DateField, LongTextField, PickField, TextField, VersionedForm, required
from app.core.languages import gettext as _
from app.core.languages import lazy


class ObjectiveForm(VersionedForm):
    title = TextField(
        lazy("What do we want to reach?"), limit=200, validators=[required(lazy("Give the objective a title."))]
    )
    why = LongTextField(
        lazy("Why does it matter?"),
        limit=5000,
        description=lazy("So that everyone who is measured can see what it is good for."),
    )
    value_for = TextField(lazy("For whom?"), limit=200)
    parent_id = PickField(lazy("Objective above"), blank=lazy("None"))
    owner_id = PickField(lazy("Owner"), blank=lazy("Nobody yet"))
    from_on = DateField(lazy("From"), description=lazy("Day, month and year, such as 31.12.2027"))
    to_on = DateField(lazy("Until"), description=lazy("Day, month and year, such as 31.12.2027"))

    def validate_to_on(self, field: w.Field) -> None:
        if field.data and self.from_on.data and field.data < self.from_on.data:
            raise w.validators.ValidationError(_("The last day lies before the first. Write a later one."))
