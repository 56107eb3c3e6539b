"""Reading the four balances of a goal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import wtforms as w
from wtforms.fields.choices import Choice, SelectChoice
from wtforms.validators import ValidationError

from app.balances.labels import NAMES, PRACTICE_QUESTIONS, QUESTIONS, STOPS
from app.balances.models import BALANCES, Reading
from app.balances.poles import POLES_OF, Pole
from app.balances.scale import beginning, nearest_pole
from app.core.clock import today
from app.core.forms import BaseForm, LongTextField
from app.core.languages import gettext as _
from app.core.languages import lazy


class StepField(w.SelectField):
    """One whole number out of a few that have words, or None for the blank choice."""

    def __init__(
        self, label: Any, steps: Mapping[int, Any], *, blank: Any, validators: Iterable[Any] = (), **kwargs: Any
    ) -> None:
        choices = [SelectChoice("", blank), *(SelectChoice(str(step), words) for step, words in steps.items())]
        super().__init__(label, list(validators), choices=choices, coerce=_step, **kwargs)

    def iter_choices(self) -> Any:
        for choice in self.choices:
            yield Choice(choice.value, beginning(str(choice.label)), choice.value == self._typed(), {})

    def pre_validate(self, form: Any) -> None:
        if self._typed() not in [choice.value for choice in self.choices]:
            raise ValidationError(_("Choose one of the answers."))

    def _typed(self) -> str:
        return "" if self.data is None else str(self.data)


def _step(value: Any) -> Any:
    if value is None or value == "":
        return None
    return int(value) if str(value).lstrip("-").isdecimal() else value


class RadioSteps(StepField):
    """The same as radios."""

    widget = w.widgets.ListWidget(prefix_label=False)
    option_widget = w.widgets.RadioInput()


def _today(balance: str) -> Any:
    return RadioSteps(lazy("Today"), STOPS[balance], blank=lazy("Not read"))


def _wished(balance: str) -> Any:
    return RadioSteps(lazy("Wished for"), STOPS[balance], blank=lazy("No wish"))


def _reason() -> Any:
    return LongTextField(lazy("Why does it stand there?"), limit=4000)


class ReadForm(BaseForm):
    """The names carry a suffix because a form has a `process` of its own."""

    questions = QUESTIONS
    nothing_placed = lazy("Place the goal on at least one of the balances.")

    focus_today, focus_wish, focus_reason = _today("focus"), _wished("focus"), _reason()
    level_today, level_wish, level_reason = _today("level"), _wished("level"), _reason()
    process_today, process_wish, process_reason = _today("process"), _wished("process"), _reason()
    use_today, use_wish, use_reason = _today("use"), _wished("use"), _reason()

    def validate_focus_today(self, _field: w.Field) -> None:
        if all(place is None for place in self.places.values()):
            raise ValidationError(str(self.nothing_placed))

    @property
    def places(self) -> dict[str, int | None]:
        return {balance: self[f"{balance}_today"].data for balance in BALANCES}

    @property
    def wishes(self) -> dict[str, int | None]:
        return {balance: self[f"{balance}_wish"].data for balance in BALANCES}

    @property
    def reasons(self) -> dict[str, str]:
        return {balance: self[f"{balance}_reason"].data for balance in BALANCES}

    def says_the_same(self, reading: Reading | None) -> bool:
        """Whether the answers are those of a reading of this year; that nothing has moved in a year is worth a line."""
        if reading is None or reading.read_on.year != today().year:
            return False
        began = as_typed(reading)
        return began == {name: self.answers[name] for name in began}

    @property
    def parts(self) -> list[dict[str, Any]]:
        """The form balance by balance: name, question, three fields, both poles, and the side it is nearest to."""
        return [self._part(balance) for balance in BALANCES]

    def _part(self, balance: str) -> dict[str, Any]:
        today = self[f"{balance}_today"]
        poles: tuple[Pole, ...] = POLES_OF[balance]
        return {
            "balance": balance,
            "name": NAMES[balance],
            "question": self.questions[balance],
            "today": today,
            "wish": self[f"{balance}_wish"],
            "reason": self[f"{balance}_reason"],
            "poles": poles,
            "near": nearest_pole(today.data) if today.data in STOPS[balance] else None,
        }


class PracticeForm(ReadForm):
    """The same of a committee's whole practice."""

    questions = PRACTICE_QUESTIONS
    nothing_placed = lazy("Place the practice on at least one of the balances.")


def as_typed(reading: Reading | None) -> dict[str, Any]:
    """What the form begins with: the last reading, so that only what moved needs a click."""
    if reading is None:
        return {}
    return {
        f"{balance}{end}": value
        for balance in BALANCES
        for end, value in (
            ("_today", reading.place(balance)), ("_wish", reading.wish(balance)), ("_reason", reading.reason(balance)),
        )
    }  # fmt: skip
