"""Sending in a file."""

from __future__ import annotations

import wtforms as w
from flask_wtf.file import FileField

from app.core.forms import BaseForm
from app.core.languages import gettext as _
from app.core.languages import lazy

ENDINGS = (".xlsx", ".csv")


class UploadForm(BaseForm):
    file = FileField(lazy("Spreadsheet"), description=lazy("XLSX or CSV, at most 10 MB and 5,000 rows."))

    def validate_file(self, field: w.Field) -> None:
        if not field.data or not field.data.filename:
            raise w.validators.ValidationError(_("Choose a file."))
        if not field.data.filename.lower().endswith(ENDINGS):
            raise w.validators.ValidationError(_("This is not a spreadsheet. Send an XLSX or a CSV file."))


class TakeInForm(BaseForm):
    """The button that imports, and the plan that it was shown below."""

    shown = w.HiddenField()
