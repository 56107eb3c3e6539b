"""What is written about minutes."""

from __future__ import annotations

import wtforms as w
from wtforms.validators import ValidationError

from app.core.clock import today
from app.core.forms import BaseForm, DateField, LongTextField, PickField, TextField, VersionedForm, required
from app.core.languages import gettext as _
from app.core.languages import lazy

ITEM = lazy("Which item?")


class SendOutForm(BaseForm):
    remarks_by = DateField(
        lazy("Remarks until"), validators=[required(lazy("Write until when remarks are taken."))],
        description=lazy("Day, month and year, such as 31.12.2027."),
    )  # fmt: skip

    def validate_remarks_by(self, field: w.Field) -> None:
        if field.data is not None and field.data < today():
            raise ValidationError(_("The date lies before today. Write a later one."))


class TellForm(VersionedForm):
    tell_colleagues = LongTextField(
        lazy("What we tell our colleagues"), limit=4000,
        description=lazy("Two or three plain sentences. They open the minutes that all staff read."),
    )  # fmt: skip


class StatementForm(BaseForm):
    item_id = PickField(ITEM, validators=[required(lazy("Choose the item."))])
    words = LongTextField(lazy("Your statement"), limit=4000, validators=[required(lazy("Write the statement."))],
                          description=lazy("It stands in the minutes as you write it."))  # fmt: skip
    on_behalf_of = TextField(lazy("On behalf of"), limit=120, description=lazy("Such as a trade union."))


class RemarkForm(BaseForm):
    item_id = PickField(ITEM, blank=lazy("The minutes as a whole"))
    words = LongTextField(
        lazy("What should be put right?"), limit=4000, validators=[required(lazy("Write what should be put right."))]
    )  # fmt: skip


class SettleForm(BaseForm):
    words = LongTextField(
        lazy("What became of it?"), limit=2000, validators=[required(lazy("Say what became of it."))],
        description=lazy("Such as: put right, or why not."),
    )  # fmt: skip


class ApproveForm(BaseForm):
    seen = w.HiddenField()


class AddForm(BaseForm):
    item_id = PickField(ITEM, blank=lazy("The minutes as a whole"))
    words = LongTextField(lazy("What is added?"), limit=4000, validators=[required(lazy("Write what is added."))])
