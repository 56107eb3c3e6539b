"""The form about one gain or strain of the library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import wtforms as w
from wtforms.validators import ValidationError

from app.core.forms import ChoiceField, TextField, VersionedForm, required, words_as_choices
from app.core.languages import gettext as _
from app.core.languages import lazy
from app.goals.labels import ASPECTS
from app.goals.models import Aspect
from app.library.labels import ANSWERS, KINDS, POLES
from app.library.models import LineKind

LONGEST = 160


class PicksField(w.SelectMultipleField):
    """Any number of ticks out of {code: words}."""

    widget = w.widgets.ListWidget(prefix_label=False)
    option_widget = w.widgets.CheckboxInput()

    def __init__(self, label: Any, labels: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(label, choices=words_as_choices(labels), coerce=str, **kwargs)

    def pre_validate(self, form: Any) -> None:
        if set(self.data or []) - {choice.value for choice in self.choices}:
            raise ValidationError(_("Choose one of the answers."))


class LineForm(VersionedForm):
    kind = ChoiceField(
        lazy("Is it a gain or a strain?"), LineKind, KINDS, radio=True,
        validators=[required(lazy("Choose a gain or a strain."))],
    )  # fmt: skip
    aspect = ChoiceField(
        lazy("Which aspect does it belong to?"), Aspect, ASPECTS, blank=lazy("Choose an aspect"),
        validators=[required(lazy("Choose an aspect."))],
    )  # fmt: skip
    da = TextField(
        lazy("In Danish"), limit=LONGEST, description=lazy("One short sentence that everybody understands at once.")
    )
    en = TextField(
        lazy("In English"), limit=LONGEST,
        description=lazy("If you leave one language empty, its readers see the other, with a mark."),
    )  # fmt: skip
    poles = PicksField(lazy("Where does the goal stand?"), POLES)
    answered = PicksField(lazy("What is answered about the goal?"), ANSWERS)

    def says(self, thing: Any) -> dict[str, Any]:
        return super().says(thing) | {"poles": list(thing.poles), "answered": list(thing.answers)}

    @property
    def said(self) -> dict[str, Any]:
        """What the form says of a line, by the names that a line has for it."""
        said = self.answers
        return said | {"answers": said.pop("answered")}

    def validate_da(self, field: w.Field) -> None:
        if not field.data and not self.en.data:
            raise ValidationError(_("Write the line in at least one of the languages."))
