"""A yearly duty, and what a calendar link is for."""

from __future__ import annotations

from calendar import monthrange

import wtforms as w
from wtforms.validators import ValidationError

from app.core.formats import lazy_month, month
from app.core.forms import (
    BaseForm,
    LongTextField,
    PickField,
    TextField,
    VersionedForm,
    WholeField,
    between,
    required,
)
from app.core.languages import gettext as _
from app.core.languages import lazy
from app.wheel.labels import FIELDS

LEAP_YEAR = 2024


class DutyForm(VersionedForm):
    title = TextField(
        FIELDS["title"], limit=300, validators=[required(lazy("Write what is to be done."))],
        description=lazy("A few words that stand on the wheel."),
    )  # fmt: skip
    note = LongTextField(FIELDS["note"], limit=2000, description=lazy("Where it comes from, and who prepares it."))
    month = PickField(FIELDS["month"], validators=[required(lazy("Choose a month."))])
    day = WholeField(
        FIELDS["day"], validators=[between(1, 31)], description=lazy("Leave it empty if it is some time in the month.")
    )
    every_years = WholeField(
        FIELDS["every_years"], default=1, description=lazy("1 is every year, 3 is every third year."),
        validators=[required(lazy("Write every how many years.")), between(1, 10)],
    )  # fmt: skip
    first_year = WholeField(
        FIELDS["first_year"], validators=[between(2000, 2100)],
        description=lazy("The year in which it was last done or is done next, where it is not every year."),
    )  # fmt: skip

    def offer_months(self) -> None:
        self.month.offer([(number, lazy_month(number)) for number in range(1, 13)])

    def validate_day(self, field: w.Field) -> None:
        number = int(self.month.data) if self.month.data else 0
        if field.data is not None and 1 <= number <= 12 and field.data > monthrange(LEAP_YEAR, number)[1]:
            raise ValidationError(_("%(month)s has no such day.", month=month(number).capitalize()))


class NewDutyForm(DutyForm):
    committee_id = PickField(FIELDS["committee"])


class LinkForm(BaseForm):
    committee_id = PickField(lazy("What is to stand in it?"), blank=lazy("All that is mine"))
