"""What a person chooses about mail."""

from __future__ import annotations

from app.core.forms import BaseForm, ChoiceField, YesField
from app.core.languages import lazy
from app.mail.labels import RHYTHMS
from app.mail.rhythm import Rhythm


class ChoicesForm(BaseForm):
    rhythm = ChoiceField(
        lazy("News by mail"), Rhythm, RHYTHMS, radio=True,
        description=lazy("What others do in the goals that you own, lead or take part in."),
    )  # fmt: skip
    reminders = YesField(
        lazy("Remind me by mail"),
        description=lazy("30, 7 and 1 days before something that waits for you is due, and when it is overdue."),
    )
