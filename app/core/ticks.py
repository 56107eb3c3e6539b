"""Several ticks out of a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import wtforms as w
from wtforms.fields.choices import Choice, SelectChoice
from wtforms.validators import ValidationError

from app.core.languages import gettext as _


class TicksField(w.SelectMultipleField):
    """Several ticks out of [(value, words)]."""

    widget = w.widgets.ListWidget(prefix_label=False)
    option_widget = w.widgets.CheckboxInput()

    def __init__(self, label: Any, choices: Iterable[tuple[Any, Any]] = (), **kwargs: Any) -> None:
        super().__init__(label, choices=[], coerce=str, **kwargs)
        self.offer(choices)

    def offer(self, choices: Iterable[tuple[Any, Any]]) -> None:
        self.choices = [SelectChoice(str(value), words) for value, words in choices]

    def iter_choices(self) -> Any:
        for choice in self.choices:
            yield Choice(choice.value, choice.label, choice.value in (self.data or []), {})

    def pre_validate(self, form: Any) -> None:
        if set(self.data or []) - {choice.value for choice in self.choices}:
            raise ValidationError(_("Choose one of the answers."))
