"""The forms about a question of the guide, and those of a dialogue session."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Any, Self

import wtforms as w
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from app.core.clock import today
from app.core.forms import (
    BaseForm,
    ChoiceField,
    DateField,
    LongTextField,
    LookupField,
    PickField,
    TextField,
    VersionedForm,
    required,
)
from app.core.languages import gettext as _
from app.core.languages import lazy
from app.dialogue.guide import Chosen, Question, said
from app.dialogue.labels import AUDIENCES, THEMES
from app.dialogue.models import Audience, Theme
from app.dialogue.operations import MOST_CHOSEN

LONGEST = 500
DAY_HINT = lazy("Day, month and year, such as 31.12.2027.")


class QuestionForm(VersionedForm):
    """A question that is shipped keeps its theme: the view takes that field away."""

    theme = ChoiceField(
        lazy("What is it about?"), Theme, THEMES, blank=lazy("Choose a theme"),
        validators=[required(lazy("Choose a theme."))],
    )  # fmt: skip
    audience = ChoiceField(
        lazy("For whom is it?"), Audience, AUDIENCES, radio=True, default=Audience.BOTH,
        validators=[required(lazy("Choose for whom it is."))],
    )  # fmt: skip
    da = LongTextField(
        lazy("In Danish"), limit=LONGEST, description=lazy("One question that can't be answered with a yes or a no.")
    )
    en = LongTextField(
        lazy("In English"), limit=LONGEST,
        description=lazy("If you leave one language empty, its readers see the other, with a mark."),
    )  # fmt: skip

    def validate_da(self, field: w.Field) -> None:
        if not field.data and not self.en.data:
            raise ValidationError(_("Write the question in at least one of the languages."))


class ChooseField(w.SelectMultipleField):
    """Any number of questions of the guide, by their keys; at most as many as anybody gets round."""

    widget = w.widgets.ListWidget(prefix_label=False)
    option_widget = w.widgets.CheckboxInput()

    def __init__(self, label: Any, **kwargs: Any) -> None:
        super().__init__(label, choices=[], coerce=str, **kwargs)

    def offer(self, questions: Iterable[Question]) -> None:
        self.choices = [SelectChoice(one.key, said(one)) for one in questions]

    def pre_validate(self, form: Any) -> None:
        if set(self.data or []) - {choice.value for choice in self.choices}:
            raise ValidationError(_("The form has been changed. Load the page again."))
        if len(self.data or []) > MOST_CHOSEN:
            raise ValidationError(_("Choose at most %(most)s. Fewer give a better talk.", most=MOST_CHOSEN))


class ChooseForm(BaseForm):
    """Which questions; none is an answer as well."""

    keys = ChooseField(lazy("Questions"))
    seen = w.HiddenField()  # those that were chosen when the page was opened, with spaces between

    @classmethod
    def of(cls, chosen: Iterable[Chosen]) -> Self:
        keys = [one.key for one in chosen]
        return cls(data={"keys": keys, "seen": " ".join(keys)})

    @property
    def seen_keys(self) -> set[str]:
        return set((self.seen.data or "").split())


class About(enum.StrEnum):
    GOAL = "goal"
    PRACTICE = "practice"


ABOUTS = {About.GOAL: lazy("One goal"), About.PRACTICE: lazy("How we measure as a whole")}


class StartForm(BaseForm):
    about = ChoiceField(lazy("What do you want to talk about?"), About, ABOUTS, radio=True)
    goal_id = LookupField(
        lazy("Which goal?"),
        description=lazy("Write its number, such as M-0042. It must lie in the committee's area."),
    )
    held_on = DateField(lazy("Day"), validators=[required(lazy("Write on which day you talk."))], description=DAY_HINT)

    def validate(self, extra_validators: Any = None) -> bool:
        if self.about.data is About.PRACTICE:
            self.goal_id.typed = ""  # left over from a choice that was changed
        return bool(super().validate(extra_validators))

    def validate_goal_id(self, field: w.Field) -> None:
        if self.about.data is About.GOAL and field.data is None:
            raise ValidationError(_("Write the number of the goal."))


class AnswerForm(VersionedForm):
    answer = LongTextField(lazy("What did you answer?"), limit=4000)


class SoundForm(VersionedForm):
    """Which of the committee's soundings the dialogue builds on."""

    sounding_id = PickField(lazy("Which sounding?"), blank=lazy("None"))


class DecideForm(BaseForm):
    """A move, as an action with an owner and a date."""

    title = TextField(lazy("What is to be done?"), validators=[required(lazy("Write what is to be done."))])
    responsible_id = PickField(
        lazy("Who does it?"), validators=[required(lazy("Choose who does it."))], blank=lazy("Choose")
    )
    due_on = DateField(lazy("By when?"), validators=[required(lazy("Write by when."))], description=DAY_HINT)
    unit_id = PickField(lazy("In which unit?"), validators=[required(lazy("Choose a unit."))])

    def validate_due_on(self, field: w.Field) -> None:
        if field.data is not None and field.data < today():
            raise ValidationError(_("The date lies before today. Write a later one."))


class EndForm(VersionedForm):
    summary = LongTextField(
        lazy("What do you take with you?"), limit=4000,
        description=lazy("A few lines that those who were not there understand."),
    )  # fmt: skip


class SureForm(BaseForm):
    """One button."""
