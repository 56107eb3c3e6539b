"""Opening a round, the ballot, and what the committee agrees on."""

from __future__ import annotations

import enum
from datetime import timedelta
from typing import Any

import wtforms as w
from wtforms.fields.choices import Choice, SelectChoice
from wtforms.validators import ValidationError

from app.balances.forms import ReadForm, as_typed
from app.balances.labels import NAMES, QUESTIONS, STOPS
from app.balances.models import BALANCES
from app.balances.scale import beginning
from app.core.clock import today
from app.core.forms import BaseForm, ChoiceField, DateField, LongTextField, LookupField, VersionedForm, required
from app.core.languages import gettext as _
from app.core.languages import lazy
from app.soundings.models import Sounding

USUAL, LONGEST = timedelta(days=7), timedelta(days=60)


class About(enum.StrEnum):
    GOAL = "goal"
    PRACTICE = "practice"


ABOUTS = {About.GOAL: lazy("One goal"), About.PRACTICE: lazy("How we measure as a whole")}


class OpenForm(BaseForm):
    about = ChoiceField(lazy("What do you want to sound?"), About, ABOUTS, radio=True)
    goal_id = LookupField(
        lazy("Which goal?"),
        description=lazy("Write its number, such as M-0042. It must lie in the committee's area."),
    )
    question = LongTextField(
        lazy("What should people have in mind?"), limit=500,
        description=lazy("One or two sentences that stand on the ballot."),
    )  # fmt: skip
    closes_on = DateField(
        lazy("Last day"),
        validators=[required(lazy("Write the last day on which people can take part."))],
        description=lazy(
            "Day, month and year, such as 31.12.2027. It can be closed sooner once two thirds have taken part."
        ),
    )

    def validate_goal_id(self, field: w.Field) -> None:
        if self.about.data is About.GOAL and field.data is None:
            raise ValidationError(_("Write the number of the goal."))

    def validate_closes_on(self, field: w.Field) -> None:
        if field.data is None:
            return  # what is wrong with it is said already
        if field.data < today():
            raise ValidationError(_("The date lies before today. Write a later one."))
        if field.data > today() + LONGEST:
            raise ValidationError(_("A sounding can be open for at most %(days)s days.", days=LONGEST.days))


# All as long as each other: the length of what a browser sends, which an eavesdropper sees, then tells nothing.
CODES: dict[int | None, str] = {None: "xx", -2: "l2", -1: "l1", 0: "mm", 1: "r1", 2: "r2"}


class PlaceField(w.SelectField):
    """One place on a balance as radios, or None for left out, which is what it begins with."""

    widget = w.widgets.ListWidget(prefix_label=False)
    option_widget = w.widgets.RadioInput()

    def __init__(self, balance: str, **kwargs: Any) -> None:
        self.balance = balance
        stops = [SelectChoice(CODES[place], words) for place, words in STOPS[balance].items()]
        choices = [*stops, SelectChoice(CODES[None], lazy("Leave it out"))]
        super().__init__(NAMES[balance], choices=choices, coerce=_place, **kwargs)

    def iter_choices(self) -> Any:
        for choice in self.choices:
            yield Choice(choice.value, beginning(str(choice.label)), choice.value == CODES.get(self.data), {})

    def pre_validate(self, form: Any) -> None:
        if self.data not in CODES:
            raise ValidationError(_("Choose one of the answers."))

    @property
    def question(self) -> Any:
        return QUESTIONS[self.balance]


def _place(value: Any) -> Any:
    return next((place for place, sign in CODES.items() if sign == value), value)


class BallotForm(BaseForm):
    """The names carry a suffix because a form has a `process` of its own."""

    focus_place = PlaceField("focus")
    level_place = PlaceField("level")
    process_place = PlaceField("process")
    use_place = PlaceField("use")

    def validate_focus_place(self, _field: w.Field) -> None:
        if all(place is None for place in self.places.values()):
            raise ValidationError(_("Choose a place on at least one of the balances."))

    @property
    def fields(self) -> list[PlaceField]:
        return [self[f"{balance}_place"] for balance in BALANCES]

    @property
    def places(self) -> dict[str, int | None]:
        return {balance: self[f"{balance}_place"].data for balance in BALANCES}


class CloseForm(BaseForm):
    """One button."""


class AgreeForm(ReadForm, VersionedForm):
    to_move = LongTextField(
        lazy("What would it take to move?"), limit=4000,
        description=lazy("What would have to be different before you would place it elsewhere?"),
    )  # fmt: skip

    @classmethod
    def on(cls, sounding: Sounding) -> AgreeForm:
        """The form as it begins: empty, or with what was agreed before."""
        begun = as_typed(sounding.agreed) | {"to_move": sounding.to_move, "version": sounding.version}
        return cls(data=begun)

    def says(self, thing: Sounding) -> dict[str, Any]:
        return as_typed(thing.agreed) | {"to_move": thing.to_move}
