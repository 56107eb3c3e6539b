"""What is typed on the strip below an item."""

from __future__ import annotations

from typing import Any

import wtforms as w
from wtforms.validators import ValidationError

from app.balances.forms import StepField
from app.balances.labels import NAMES, STOPS
from app.balances.models import BALANCES, Reading
from app.core.clock import today
from app.core.forms import (
    BaseForm,
    ChoiceField,
    DateField,
    LongTextField,
    PickField,
    TextField,
    VersionedForm,
    YesField,
    required,
)
from app.core.languages import gettext as _
from app.core.languages import lazy
from app.decisions.labels import DECIDE_TO
from app.decisions.models import ON_A_GOAL, OutcomeKind
from app.meetings.labels import ITEM_FIELDS, ITEM_KINDS
from app.meetings.models import ItemKind

WORDS = lazy("The words in the minutes")
DAY_HINT = lazy("Day, month and year, such as 31.12.2027.")


def _day_ahead(field: w.Field) -> None:
    if field.data is not None and field.data < today():
        raise ValidationError(_("The date lies before today. Write a later one."))


class _KeyedForm(BaseForm):
    """`key` names what is sent, so that it is kept once although it may be sent twice."""

    unanswered = frozenset({"csrf_token", "version"})

    key = w.HiddenField()

    def validate_key(self, field: w.Field) -> None:
        if len(field.data or "") > 36:
            raise ValidationError(_("The form has been changed. Load the page again."))


class NoteForm(_KeyedForm):
    words = LongTextField(WORDS, limit=4000, validators=[required(lazy("Write what is to stand in the minutes."))])
    is_decision = YesField(lazy("It is a decision"))


class DecideForm(_KeyedForm):
    kind = ChoiceField(
        lazy("We decide to"), OutcomeKind, DECIDE_TO, only=[kind for kind in OutcomeKind if kind in ON_A_GOAL],
        radio=True, validators=[required(lazy("Choose what you decide."))],
    )  # fmt: skip
    words = LongTextField(WORDS, limit=4000, validators=[required(lazy("Write what is to stand in the minutes."))])
    next_review_on = DateField(lazy("Next review"), description=DAY_HINT)
    deadline = DateField(lazy("Answers to the hearing by"), description=DAY_HINT)

    def validate_next_review_on(self, field: w.Field) -> None:
        _day_ahead(field)

    def validate_kind(self, field: w.Field) -> None:
        if field.data is OutcomeKind.HEAR_AGAIN and self.deadline.data is None:
            raise ValidationError(_("Write by when the sides answer."))

    def validate_deadline(self, field: w.Field) -> None:
        _day_ahead(field)


def _place(balance: str) -> Any:
    return StepField(NAMES[balance], STOPS[balance], blank=lazy("Not said"))


class PlaceForm(_KeyedForm):
    """Where the committee agrees that the goal stands; a balance left out was not spoken of."""

    focus_place, level_place, process_place, use_place = (_place(balance) for balance in BALANCES)
    reason = LongTextField(lazy("Why there?"), limit=2000)

    @classmethod
    def begun(cls, reading: Reading | None, **data: Any) -> PlaceForm:
        """The form as it begins: with the newest agreed placement, so that only what moved needs a choice."""
        at = {f"{balance}_place": reading.place(balance) if reading is not None else None for balance in BALANCES}
        return cls(data=at | data)

    def validate_focus_place(self, _field: w.Field) -> None:
        if all(place is None for place in self.places.values()):
            raise ValidationError(_("Place the goal on at least one of the balances."))

    @property
    def places(self) -> dict[str, int | None]:
        return {balance: self[f"{balance}_place"].data for balance in BALANCES}

    @property
    def reasons(self) -> dict[str, str]:
        """The one reason stands at each balance that was placed."""
        return {balance: self.reason.data for balance, place in self.places.items() if place is not None}


class ActForm(_KeyedForm):
    title = TextField(lazy("What is to be done?"), validators=[required(lazy("Write what is to be done."))])
    responsible_id = PickField(lazy("Who does it?"), validators=[required(lazy("Choose who does it."))],
                               blank=lazy("Choose"))  # fmt: skip
    due_on = DateField(lazy("By when?"), validators=[required(lazy("Write by when."))], description=DAY_HINT)
    unit_id = PickField(lazy("In which unit?"))


class ReviewForm(_KeyedForm):
    next_review_on = DateField(
        lazy("Next review"), validators=[required(lazy("Write the day of the next review."))], description=DAY_HINT
    )

    def validate_next_review_on(self, field: w.Field) -> None:
        _day_ahead(field)


class LiftForm(_KeyedForm):
    words = LongTextField(
        lazy("What do you ask or tell them?"), limit=4000, validators=[required(lazy("Write what you ask or tell."))]
    )  # fmt: skip
    kind = ChoiceField(ITEM_FIELDS["kind"], ItemKind, ITEM_KINDS, default=ItemKind.DECISION)


class AnswerForm(_KeyedForm):
    words = LongTextField(lazy("Your answer"), limit=4000, validators=[required(lazy("Write the answer."))])


class CarryForm(_KeyedForm):
    words = LongTextField(
        lazy("Why is it carried over?"), limit=1000, validators=[required(lazy("Say why it is carried over."))]
    )  # fmt: skip


class DiscussForm(VersionedForm):
    discussion = LongTextField(lazy("What was said"), limit=20_000)


class AnswerQuestionForm(VersionedForm):
    answer = LongTextField(lazy("What did you answer?"), limit=4000)


class RewordForm(VersionedForm):
    words = LongTextField(WORDS, limit=4000)


class SureForm(BaseForm):
    """One button."""
