"""Planning meetings, saying who was there, and cancelling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import wtforms as w
from wtforms.validators import ValidationError

from app.core.clock import today
from app.core.forms import (
    BaseForm,
    ChoiceField,
    DateField,
    LongTextField,
    PickField,
    TextField,
    TimeField,
    VersionedForm,
    YesField,
    required,
)
from app.core.languages import gettext as _
from app.core.languages import lazy
from app.meetings.labels import FIELDS, KINDS, PRESENCES
from app.meetings.models import Attendance, Meeting, MeetingKind, Presence
from app.meetings.operations import Presences
from app.meetings.plans import Slot

ROWS = 8  # meetings that can be planned at once
OPEN_KINDS = [kind for kind in MeetingKind if kind is not MeetingKind.PRE_MEETING]
TIME_HINT = lazy("Hours and minutes, such as 9.30.")


class _Times(BaseForm):
    begins = TimeField(
        FIELDS["begins"], validators=[required(lazy("Write when it begins."))], description=TIME_HINT
    )  # fmt: skip
    ends = TimeField(FIELDS["ends"], validators=[required(lazy("Write when it ends."))], description=TIME_HINT)
    place = TextField(FIELDS["place"], description=lazy("A room, or the address of an online meeting."))

    def validate_ends(self, field: w.Field) -> None:
        if field.data is not None and self.begins.data is not None and field.data <= self.begins.data:
            raise ValidationError(_("The meeting must end after it begins."))


def _not_past(field: w.Field) -> None:
    if field.data is not None and field.data < today():
        raise ValidationError(_("The date lies before today. Write a later one."))


class PlanForm(_Times):
    kind = ChoiceField(FIELDS["kind"], MeetingKind, KINDS, only=OPEN_KINDS, radio=True)
    is_discussion = YesField(
        FIELDS["is_discussion"],
        description=lazy("For a yearly review: the five points that the law asks for then stand on the agenda too."),
    )
    held_on = DateField(
        FIELDS["held_on"], validators=[required(lazy("Write the day of the meeting."))],
        description=lazy("Day, month and year, such as 31.12.2027."),
    )  # fmt: skip
    note = LongTextField(FIELDS["note"], limit=2000)

    def validate_held_on(self, field: w.Field) -> None:
        _not_past(field)

    @property
    def slot(self) -> Slot:
        kind = self.kind.data
        return Slot(
            self.held_on.data, kind, self.begins.data, self.ends.data, self.place.data,
            is_discussion=bool(self.is_discussion.data) and kind is MeetingKind.REVIEW,
        )  # fmt: skip


class PreMeetingForm(_Times):
    held_on = PlanForm.held_on
    note = PlanForm.note

    def validate_held_on(self, field: w.Field) -> None:
        _not_past(field)

    @property
    def slot(self) -> Slot:
        return Slot(self.held_on.data, MeetingKind.PRE_MEETING, self.begins.data, self.ends.data, self.place.data)


class EditForm(VersionedForm, _Times):
    held_on = PlanForm.held_on
    note = PlanForm.note

    def validate_held_on(self, field: w.Field) -> None:
        _not_past(field)


class _RowForm(BaseForm):
    """One meeting among several; without a date it is none."""

    class Meta(BaseForm.Meta):
        csrf = False

    held_on = DateField(FIELDS["held_on"])
    kind = ChoiceField(FIELDS["kind"], MeetingKind, KINDS, only=OPEN_KINDS, default=MeetingKind.ORDINARY)

    def validate_held_on(self, field: w.Field) -> None:
        _not_past(field)


class YearForm(_Times):
    """Several meetings at the same time of day and place; an empty row is no meeting."""

    meetings = w.FieldList(w.FormField(_RowForm), min_entries=ROWS, max_entries=ROWS)

    def validate_meetings(self, field: w.FieldList) -> None:
        days = [row.form.held_on.data for row in field if row.form.held_on.data]
        if not days and not field.errors:
            raise ValidationError(_("Write the day of at least one meeting."))
        if len(set(days)) < len(days):
            raise ValidationError(_("Two of the meetings are on the same day."))

    @property
    def slots(self) -> list[Slot]:
        rows = [row.form for row in self.meetings if row.form.held_on.data]
        return [
            Slot(row.held_on.data, row.kind.data, self.begins.data, self.ends.data, self.place.data) for row in rows
        ]

    @property
    def days(self) -> list[date]:
        return [row.form.held_on.data for row in self.meetings if row.form.held_on.data]


class CopyForm(BaseForm):
    """Last year's meetings a year later: the day of each can still be changed, and an empty day leaves it out."""

    meetings = w.FieldList(w.FormField(_RowForm), max_entries=60)

    def slots(self, proposed: Sequence[Slot]) -> list[Slot]:
        """The proposed meetings on the days that were typed, in the same order."""
        rows = zip([row.form for row in self.meetings], proposed, strict=False)
        return [
            Slot(row.held_on.data, row.kind.data, one.begins, one.ends, one.place, one.is_discussion)
            for row, one in rows
            if row.held_on.data
        ]


class CancelForm(VersionedForm):
    reason = LongTextField(
        lazy("Why is it cancelled?"), limit=500, validators=[required(lazy("Say why, so that people can plan."))],
        description=lazy("Those who were called can read it."),
    )  # fmt: skip


class CallForm(VersionedForm):
    """One button."""


class GuestForm(BaseForm):
    user_id = PickField(
        lazy("Who?"),
        blank=lazy("Nobody with an account"),
        description=lazy("Somebody with an account, or write the name below."),
    )
    name = TextField(lazy("Name, without an account"), limit=120)
    guest_as = TextField(
        lazy("Takes part as"), validators=[required(lazy("Say why the guest takes part."))],
        description=lazy("Such as: adviser from the work-environment department."),
    )  # fmt: skip

    def validate_name(self, field: w.Field) -> None:
        if not field.data and self.user_id.data is None:
            raise ValidationError(_("Choose somebody, or write a name."))


class _AttendanceRow(BaseForm):
    class Meta(BaseForm.Meta):
        csrf = False

    presence = ChoiceField(lazy("Was there"), Presence, PRESENCES, radio=True)
    part_words = TextField(lazy("Which part?"), description=lazy("Such as: from item 3."))
    substitute_id = PickField(lazy("Substitute"), blank=lazy("None"))
    substitute_name = TextField(lazy("Substitute without an account"), limit=120)

    @property
    def said(self) -> dict[str, Any]:
        """The answers, by the names of the fields without the key of the row."""
        return {field.short_name: field.data for field in self}


class AttendanceForm(VersionedForm):
    """One row for each who was called, by its key."""

    def __init__(self, meeting: Meeting, people: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(data={"version": meeting.version}, **kwargs)
        self.rows = [(row, _row_form(row, people)) for row in meeting.attendances]

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        fine = [form.validate() for _row, form in self.rows]
        return bool(super().validate(*args, **kwargs)) and all(fine)

    @property
    def presences(self) -> dict[int, Presences]:
        return {row.id: Presences(**form.said) for row, form in self.rows}


def _row_form(row: Attendance, people: Iterable[tuple[int, str]]) -> _AttendanceRow:
    """As it is said now; before anybody said anything, those who sent no regrets are taken to be there."""
    guess = Presence.ABSENT if row.sent_regrets or (row.user_id is None and not row.name) else Presence.PRESENT
    form = _AttendanceRow(
        prefix=f"row-{row.id}", data={
            "presence": row.presence or guess, "part_words": row.part_words, "substitute_id": row.substitute_id,
            "substitute_name": "" if row.substitute_id else row.substitute_name,
        },
    )  # fmt: skip
    form.substitute_id.offer(people)
    return form
