"""Adding and revising an action, telling how it goes, and checking whether it worked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

import wtforms as w
from wtforms.validators import ValidationError

from app.actions.evidence import Evidence, unsaid
from app.actions.labels import KINDS, STATUSES, STEPS, WORKED
from app.actions.models import OPEN, Action, ActionKind, ActionStatus, Step, Worked
from app.actions.steps import must_say_why
from app.core.clock import today
from app.core.forms import (
    ChoiceField,
    DateField,
    FigureField,
    LongTextField,
    PickField,
    TextField,
    VersionedForm,
    WholeField,
    between,
    longest,
    required,
    stripped,
)
from app.core.keys import is_key
from app.core.languages import gettext as _
from app.core.languages import lazy
from app.core.ticks import TicksField

LONGEST_WAIT = timedelta(days=731)
LONGEST = 5000
OF_ANY = (
    "title", "how", "step", "step_reason", "unit_id", "responsible_id", "due_on", "check_on", "kind",
)  # fmt: skip
OF_AN_EXPERIMENT = ("hypothesis", "from_on", "to_on", "measure", "measure_unit", "value_before")


class NumbersField(w.Field):
    """Numbers of goals in one line, such as 'M-0009, M-0012'; the data are the goals' keys. The view offers what
    turns the text into them, or raises ValueError with what is wrong."""

    widget = w.widgets.TextInput()

    def __init__(self, label: Any, **kwargs: Any) -> None:
        super().__init__(label, [longest(300)], **kwargs)
        self.typed = ""
        self.data: list[int] = []
        self.suggestions: list[str] = []
        self.wrong = ""

    def offer(self, read: Callable[[str], list[int]], suggestions: Iterable[str]) -> None:
        self.suggestions = list(suggestions)
        try:
            self.data = read(self.typed) if self.typed else []
        except ValueError as wrong:
            self.wrong = str(wrong)

    def _value(self) -> str:
        return self.typed

    def process_formdata(self, valuelist: list[str]) -> None:
        self.typed, self.data = stripped(valuelist[0]) if valuelist else "", []

    def pre_validate(self, form: Any) -> None:
        if self.wrong:
            raise ValidationError(self.wrong)


class ActionForm(VersionedForm):
    title = TextField(
        lazy("What is to be done?"), validators=[required(lazy("Write what is to be done."))],
        description=lazy("In one sentence, such as: We take the list on the board down."),
    )  # fmt: skip
    how = LongTextField(lazy("How?"), limit=LONGEST, description=lazy("Who helps, what it takes, where to begin."))
    goals = TicksField(lazy("Which goals does it treat?"))
    more_goals = NumbersField(
        lazy("Add goals by their numbers"), description=lazy("Such as M-0009, or several: M-0009, M-0012.")
    )
    strains = TicksField(lazy("Which strains does it treat?"))
    step = ChoiceField(
        lazy("Which step do you take?"), Step, STEPS, radio=True,
        validators=[required(lazy("Choose the highest step that you can take."))],
        description=lazy("Begin at the top: the higher the step, the more it prevents. Only go down when it can't be "
                         "done."),
    )  # fmt: skip
    step_reason = LongTextField(
        lazy("Why no higher step?"), limit=2000,
        description=lazy("What you have thought of higher up, and why it can't be done. The two lowest steps leave the "
                         "goal as it is, so there it must be said."),
    )  # fmt: skip
    unit_id = PickField(
        lazy("In which unit?"),
        blank=lazy("Choose"),
        validators=[required(lazy("Choose the unit in which it is done."))],
    )
    responsible_id = PickField(
        lazy("Who is responsible?"), blank=lazy("Choose"),
        validators=[required(lazy("Choose who sees to it that it is done."))],
        description=lazy("One person. Those who do it together are named under “How?”."),
    )  # fmt: skip
    due_on = DateField(
        lazy("To be done by"), [required(lazy("Write by which day it is to be done."))],
        description=lazy("Day, month and year, such as 31.12.2027."),
    )  # fmt: skip
    check_on = DateField(
        lazy("When do you look whether it worked?"),
        description=lazy("Left empty, it is counted from the day on which it is done."),
    )
    kind = ChoiceField(
        lazy("Kind"), ActionKind, KINDS, radio=True, default=ActionKind.ACTION,
        validators=[required(lazy("Choose one."))],
        description=lazy("An experiment runs from one day to another, and you compare before and after."),
    )  # fmt: skip
    hypothesis = LongTextField(
        lazy("What do you expect?"), limit=LONGEST,
        description=lazy("Such as: If we call instead of writing, the case is settled sooner."),
    )  # fmt: skip
    from_on = DateField(lazy("From"))
    to_on = DateField(lazy("To"))
    measure = TextField(
        lazy("What is measured?"), description=lazy("Such as: days from the first contact to the answer.")
    )
    measure_unit = TextField(lazy("Unit of measure"), limit=60)
    value_before = FigureField(lazy("Before"))

    unanswered = VersionedForm.unanswered | {"goals", "more_goals", "strains"}

    @property
    def goal_ids(self) -> set[int]:
        return _keys(self.goals)

    @property
    def strain_ids(self) -> set[int]:
        return _keys(self.strains)

    def tick_numbers(self) -> None:
        """Goals that were added by their numbers stand among the ticks from now on."""
        new = set(self.more_goals.data) - self.goal_ids
        self.goals.data = [*(self.goals.data or []), *(str(one) for one in sorted(new))]
        self.more_goals.typed = self.more_goals.typed if self.more_goals.wrong else ""

    def says(self, thing: Action) -> dict[str, Any]:
        """What the action says now; goals and strains are compared on its page."""
        return {name: value for name, value in super().says(thing).items() if name not in {"goals", "strains"}}

    def validate_step_reason(self, field: w.Field) -> None:
        if not field.data and must_say_why(self.step.data):
            raise ValidationError(_("This step leaves the goal as it is. Write why no higher step can be taken."))

    def validate_check_on(self, field: w.Field) -> None:
        if field.data and self.due_on.data and field.data < self.due_on.data:
            raise ValidationError(_("You look whether it worked once it is done. Write a later day."))
        _not_too_late(field)

    def validate(self, extra_validators: Any = None) -> bool:
        fine: bool = super().validate(extra_validators)
        return self._is_whole_experiment() and fine if self.kind.data is ActionKind.EXPERIMENT else fine

    def _is_whole_experiment(self) -> bool:
        missing = {
            "hypothesis": _("An experiment begins with what you expect. Write it."),
            "from_on": _("Write the day on which the experiment begins."),
            "to_on": _("Write the day on which it ends."),
            "measure": _("Write what you compare before and after."),
        }
        for name, message in missing.items():
            if not self[name].data and not self[name].errors:
                self[name].errors = [message]
        if self.from_on.data and self.to_on.data and self.to_on.data < self.from_on.data:
            self.to_on.errors = [_("It ends before it begins. Write a later day.")]
        return not any(self[name].errors for name in OF_AN_EXPERIMENT)


def _keys(field: TicksField) -> set[int]:
    return {int(key) for key in field.data or [] if is_key(str(key))}


def action_answers(form: ActionForm) -> dict[str, Any]:
    """What the form says about the action; only an experiment keeps what belongs to one."""
    if form.kind.data is ActionKind.EXPERIMENT:
        return form.answers
    nothing = {name: None if form[name].type in {"DateField", "FigureField"} else "" for name in OF_AN_EXPERIMENT}
    return form.answers | nothing


def as_typed(action: Action, *, goals: Iterable[Any]) -> dict[str, Any]:
    """What the form begins with; `goals` are those that the person sees."""
    said = {name: getattr(action, name) for name in (*OF_ANY, *OF_AN_EXPERIMENT, "version")}
    strains = [str(strain.id) for strain in action.shown_strains]
    return said | {"goals": [str(goal.id) for goal in goals], "strains": strains}


class StandsForm(VersionedForm):
    """Where an action stands; a form has a status of its own, which is that of the page."""

    stands = ChoiceField(
        lazy("Where does it stand?"), ActionStatus, STATUSES, only=OPEN, radio=True,
        validators=[required(lazy("Choose where it stands."))],
    )  # fmt: skip

    @property
    def answers(self) -> dict[str, Any]:
        return {"status" if name == "stands" else name: value for name, value in super().answers.items()}

    def says(self, thing: Action) -> dict[str, Any]:
        return super().says(thing) | {"stands": thing.status}


class MoveForm(StandsForm):
    """A card of the board that goes to another column."""


class ProgressForm(StandsForm):
    progress = WholeField(
        lazy("How much is done?"), [required(lazy("Write a number from 0 to 100.")), between(0, 100)],
        description=lazy("In per cent, as you judge it."),
    )  # fmt: skip
    progress_words = LongTextField(
        lazy("How does it go?"), limit=LONGEST, description=lazy("What has been done, and what stands in the way.")
    )


class FinishForm(VersionedForm):
    done_on = DateField(lazy("When was it done?"), [required(lazy("Write the day on which it was done."))])
    progress_words = LongTextField(lazy("What was done?"), limit=LONGEST)
    check_on = DateField(
        lazy("When do you look whether it worked?"), [required(lazy("Write a day."))],
        description=lazy("Late enough that it can show. You are reminded."),
    )  # fmt: skip

    def validate_done_on(self, field: w.Field) -> None:
        if field.data and field.data > today():
            raise ValidationError(_("The day lies ahead. Write the day on which it was done."))

    def validate_check_on(self, field: w.Field) -> None:
        if field.data and self.done_on.data and field.data < self.done_on.data:
            raise ValidationError(_("You look whether it worked once it is done. Write a later day."))
        _not_too_late(field)


def _not_too_late(field: w.Field) -> None:
    """An effect that is to be looked at in many years is never looked at."""
    if field.data and field.data > today() + LONGEST_WAIT:
        raise ValidationError(_("That is more than two years ahead. Look sooner whether it worked."))


def first_check(action: Action, days: int) -> date:
    """When the form proposes to look: as planned, or else so many days from now."""
    return max(action.check_on or today() + timedelta(days=days), today())


class CheckForm(VersionedForm):
    worked = ChoiceField(
        lazy("Did it work?"), Worked, WORKED, radio=True, validators=[required(lazy("Choose whether it worked."))]
    )
    check_words = LongTextField(
        lazy("What shows it?"), limit=LONGEST, validators=[required(lazy("Write what shows it. Others will ask."))],
        description=lazy("What you have seen, counted or been told, and by whom. “It goes well” shows nothing."),
    )  # fmt: skip
    value_before = FigureField(lazy("Before"))
    value_after = FigureField(lazy("After"))
    no_figure = LongTextField(
        lazy("If there is no figure: why not?"),
        limit=2000,
        description=lazy("Leave it empty if both figures are there."),
    )
    learned = LongTextField(
        lazy("What did you learn?"),
        limit=LONGEST,
        description=lazy("What you go on with, and what you would do otherwise."),
    )

    def for_kind(self, action: Action) -> CheckForm:
        """Only an experiment is asked for figures."""
        self.is_experiment = action.is_experiment
        if not action.is_experiment:
            del self.value_before, self.value_after, self.no_figure
        return self

    def validate(self, extra_validators: Any = None) -> bool:
        fine: bool = super().validate(extra_validators)
        said = {name: value for name, value in self.answers.items() if name != "worked"}
        words = {
            "value_before": _("Write the figure before, or why there is none."),
            "value_after": _("Write the figure after, or why there is none."),
            "learned": _("An experiment is closed with what was learned. Write it."),
        }
        for name in unsaid(Evidence(**said), is_experiment=self.is_experiment):
            if name in words and not self[name].errors:
                self[name].errors = [words[name]]
                fine = False
        return fine


class DropForm(VersionedForm):
    reason = LongTextField(
        lazy("Why is it dropped?"),
        limit=2000,
        validators=[required(lazy("Write why. Those who waited for it will ask."))],
    )


class ReopenForm(VersionedForm):
    due_on = DateField(
        lazy("By when is it to be done now?"), [required(lazy("Write by which day it is to be done."))],
        description=lazy("Day, month and year, such as 31.12.2027."),
    )  # fmt: skip

    def validate_due_on(self, field: w.Field) -> None:
        if field.data and field.data < today():
            raise ValidationError(_("The day lies behind. Write by when it is to be done now."))
