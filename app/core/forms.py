"""The base form and the fields that all rooms share: Danish dates and figures, choices from enumerations, plain words
when something is wrong."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import wtforms as w
from flask_babel import Domain
from flask_wtf import FlaskForm
from wtforms.fields.choices import Choice, SelectChoice
from wtforms.validators import Optional as Maybe
from wtforms.validators import StopValidation, ValidationError

from app.core.formats import clock, day, number, typed_day, typed_figure
from app.core.keys import is_key
from app.core.languages import _domain, lazy
from app.core.languages import gettext as _
from app.core.typed import parse_clock, parse_day, parse_figure

LONGEST_TEXT = 20_000


class _Texts:
    """What WTForms asks for a translation."""

    def __init__(self, domain: Domain) -> None:
        self.domain = domain

    def gettext(self, text: str) -> str:
        return self.domain.get_translations().ugettext(text)  # type: ignore[no-any-return]

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return self.domain.get_translations().ungettext(singular, plural, n)  # type: ignore[no-any-return]


class BaseForm(FlaskForm):
    class Meta(FlaskForm.Meta):
        def get_translations(self, _form: Any) -> Any:
            return _Texts(_domain)

    unanswered = frozenset({"csrf_token", "version"})

    @property
    def answers(self) -> dict[str, Any]:
        """What was answered, by field name, without the token and the version."""
        return {
            field.name: field.data
            for field in self
            if field.name not in self.unanswered and not isinstance(field, w.SubmitField)
        }

    @property
    def error_count(self) -> int:
        return len(self.errors)


@dataclass(frozen=True)
class Differing:
    """A field that somebody else answered otherwise while a person typed; both answers in words."""

    field: str
    label: Any
    theirs: str
    mine: str


class VersionedForm(BaseForm):
    """A form that knows which version of the thing it was opened on."""

    version = w.HiddenField()
    differences: Sequence[Differing] = ()

    @property
    def seen_version(self) -> int:
        """The version that the form was opened on; -1, which nothing is, where what was sent does not say."""
        sent = (self.version.raw_data or [""])[0]
        return int(sent) if sent.isascii() and sent.isdigit() else -1

    def say_stale(self, thing: Any) -> None:
        """Keep what was typed and show it beside what the thing says now; the next save is then a decision."""
        self.version.errors = [_("Somebody else changed this while you wrote. Compare with the page, then save again.")]
        self.version.raw_data, self.version.data = None, str(thing.version)
        now = self.says(thing)
        shown = [
            Differing(field.id, field.label.text, in_words(field, now[field.name]), in_words(field, field.data))
            for field in self
            if field.name in now and field.name not in self.unanswered
        ]
        self.differences = [one for one in shown if one.theirs != one.mine]

    def says(self, thing: Any) -> dict[str, Any]:
        """What the thing says now, by the name of the field that asks for it."""
        return {field.name: getattr(thing, field.name) for field in self if hasattr(thing, field.name)}

    @property
    def status(self) -> int:
        """The answer's status: 409 when the form was overtaken, else 200."""
        return 409 if self.version.errors else 200


def in_words(field: w.Field, value: Any) -> str:
    """A field's answer as a person reads it; '–' where there is none."""
    if isinstance(value, list):
        return "; ".join(in_words(field, one) for one in value) or "–"
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return day(value)
    offered = {str(c.value): c.label for c in getattr(field, "choices", None) or ()} | getattr(field, "labels", {})
    key = value if value in offered else str(value.value if isinstance(value, enum.Enum) else value)
    if key in offered:
        return str(offered[key])
    return number(value) if isinstance(value, int | Decimal) else str(value)


def stripped(value: str | None) -> str:
    return (value or "").replace("\r\n", "\n").replace("\x00", "").strip()


def required(message: Any) -> Any:
    """The field must say something. Every such message says what to write."""

    def check(_form: Any, field: w.Field) -> None:
        if field.data is None or field.data == "" or field.data == []:
            field.errors = [e for e in field.errors if e]
            raise StopValidation() if field.errors else StopValidation(str(message))

    check.field_flags = {"required": True}  # type: ignore[attr-defined]
    return check


def longest(limit: int) -> Any:
    def check(_form: Any, field: w.Field) -> None:
        if field.data and len(field.data) > limit:
            raise ValidationError(
                _(
                    "This is %(length)s characters long. Shorten it to at most %(limit)s.",
                    length=len(field.data),
                    limit=limit,
                )
            )

    return check


def between(low: int | Decimal, high: int | Decimal) -> Any:
    def check(_form: Any, field: w.Field) -> None:
        if field.data is not None and not low <= field.data <= high:
            raise ValidationError(_("Write a number from %(low)s to %(high)s.", low=number(low), high=number(high)))

    return check


class TextField(w.StringField):
    """One line; stripped; '' when nothing was typed."""

    def __init__(self, label: Any, *, limit: int = 300, validators: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(label, [*validators, longest(limit)], filters=[stripped], **kwargs)


class LongTextField(w.TextAreaField):
    """Several lines; stripped; '' when nothing was typed."""

    def __init__(self, label: Any, *, limit: int = LONGEST_TEXT, validators: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(label, [*validators, longest(limit)], filters=[stripped], **kwargs)


class DateField(w.Field):
    """A day, typed as text: browsers' own date fields follow the browser's language, not the page's."""

    data: Any
    widget = w.widgets.TextInput()

    def __init__(self, label: Any, validators: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(label, [Maybe(), *validators] if not _asks(validators) else list(validators), **kwargs)

    def _value(self) -> str:
        return self.raw_data[0] if self.raw_data else typed_day(self.data)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = None
        if valuelist and valuelist[0].strip():
            try:
                self.data = parse_day(valuelist[0])
            except ValueError:
                raise ValueError(_("Write the date as day.month.year, such as 31.12.2027.")) from None


class TimeField(DateField):
    """A time of day, typed as text for the same reason."""

    def _value(self) -> str:
        return self.raw_data[0] if self.raw_data else clock(self.data)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = None
        if valuelist and valuelist[0].strip():
            try:
                self.data = parse_clock(valuelist[0])
            except ValueError:
                raise ValueError(_("Write the time as hours and minutes, such as 9.30.")) from None


class FigureField(w.Field):
    """A Decimal, typed with a decimal comma or point."""

    widget = w.widgets.TextInput()

    def __init__(self, label: Any, validators: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(label, [Maybe(), *validators] if not _asks(validators) else list(validators), **kwargs)

    def _value(self) -> str:
        return self.raw_data[0] if self.raw_data else typed_figure(self.data)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = None
        if valuelist and valuelist[0].strip():
            try:
                self.data = self.parse(valuelist[0])
            except ValueError:
                raise ValueError(str(self.wrong)) from None

    parse = staticmethod(parse_figure)
    wrong = lazy("Write a number, such as 12 or 1,8.")


class WholeField(FigureField):
    """A whole number that is not negative."""

    wrong = lazy("Write a whole number, such as 12.")

    @staticmethod
    def parse(text: str) -> int:  # type: ignore[override]
        figure = parse_figure(text)
        if figure != figure.to_integral_value() or not 0 <= figure < 2_000_000_000:
            raise ValueError(text)
        return int(figure)


class ChoiceField(w.SelectField):
    """One member of an enumeration, or None for the blank choice. `radio=True` draws radios."""

    def __init__(
        self, label: Any, kind: type[enum.Enum], labels: Mapping[Any, Any], *, blank: Any = None, radio: bool = False,
        validators: Iterable[Any] = (), only: Iterable[enum.Enum] | None = None, **kwargs: Any,
    ) -> None:  # fmt: skip
        members = list(kind if only is None else only)
        choices = [SelectChoice(member.value, labels[member]) for member in members]
        if blank is not None:
            choices.insert(0, SelectChoice("", blank))
        super().__init__(label, list(validators), choices=choices, coerce=_member_of(kind), **kwargs)
        if radio:
            self.widget, self.option_widget = w.widgets.ListWidget(prefix_label=False), w.widgets.RadioInput()

    def iter_choices(self) -> Any:
        for choice in self.choices:
            yield Choice(choice.value, choice.label, choice.value == self._typed(), {})

    def pre_validate(self, form: Any) -> None:
        if self._typed() not in [choice.value for choice in self.choices] and not _left_out(self):
            raise ValidationError(_("Choose one of the answers."))

    def _typed(self) -> str:
        return str(self.data.value if isinstance(self.data, enum.Enum) else self.data or "")


class PickField(w.SelectField):
    """The id of a thing from [(id, label)], or None for the blank choice. Choices are set by the view."""

    def __init__(self, label: Any, *, blank: Any = None, validators: Iterable[Any] = (), **kwargs: Any) -> None:
        self.blank = blank
        super().__init__(label, list(validators), choices=[], coerce=_identity, **kwargs)

    def offer(self, choices: Iterable[tuple[int, str]]) -> None:
        self.choices = [SelectChoice(str(key), label) for key, label in choices]
        if self.blank is not None:
            self.choices.insert(0, SelectChoice("", self.blank))

    @property
    def offered(self) -> dict[int, Any]:
        return {int(choice.value): choice.label for choice in self.choices if choice.value}

    def iter_choices(self) -> Any:
        for choice in self.choices:
            yield Choice(choice.value, choice.label, choice.value == self._typed(), {})

    def pre_validate(self, form: Any) -> None:
        if self._typed() not in [choice.value for choice in self.choices] and not _left_out(self):
            raise ValidationError(_("Choose one of the answers."))

    def _typed(self) -> str:
        return "" if self.data is None else str(self.data)


class LookupField(w.Field):
    """The id of a thing that is typed by its number, with a few suggestions: for things too many to list.

    The view offers `read`, which turns what was typed into (id, label) or raises ValueError with the message."""

    widget = w.widgets.TextInput()

    def __init__(self, label: Any, validators: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(label, list(validators), **kwargs)
        self.typed = ""
        self.data: Any
        self.labels: dict[Any, str] = {}
        self.suggestions: list[str] = []
        self.read: Callable[[str], tuple[int, str]]

    def offer(
        self, read: Callable[[str], tuple[int, str]], *, now: tuple[int, str] | None, suggestions: Iterable[str]
    ) -> None:
        self.read, self.suggestions = read, list(suggestions)
        self.labels = dict([now]) if now else {}

    def _value(self) -> str:
        return self.typed if self.raw_data else self.labels.get(self.data, "")

    def process_formdata(self, valuelist: list[str]) -> None:
        self.typed, self.data = stripped(valuelist[0]) if valuelist else "", None

    def pre_validate(self, form: Any) -> None:
        if self.typed:
            try:
                key, label = self.read(self.typed)
            except ValueError as wrong:
                raise ValidationError(str(wrong)) from None
            self.data, self.labels[key] = key, label


class YesField(w.BooleanField):
    """A tick."""


class _Unreadable(str):
    """A value that no choice has."""


def _member_of(kind: type[enum.Enum]) -> Any:
    def coerce(value: Any) -> Any:
        if value is None or value == "" or isinstance(value, kind):
            return value or None
        try:
            return kind(value)
        except ValueError:
            return _Unreadable(value)

    return coerce


def _left_out(field: Any) -> bool:
    """Whether nothing was chosen where something is required: that validator then says what to choose."""
    return field._typed() == "" and bool(field.flags.required)


def _identity(value: Any) -> Any:
    if value is None or value == "":
        return None
    return int(value) if is_key(str(value)) else _Unreadable(value)


def _asks(validators: Iterable[Any]) -> bool:
    return any(getattr(v, "field_flags", {}).get("required") for v in validators)


def words_as_choices(words: Mapping[str, Any]) -> list[SelectChoice]:
    """The choices of a plain select: {value: label}."""
    return [SelectChoice(value, label) for value, label in words.items()]
