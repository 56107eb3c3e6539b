"""Opening, answering and closing a hearing; briefings and notices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
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
    VersionedForm,
    YesField,
    required,
)
from app.core.languages import gettext as _
from app.core.languages import lazy
from app.hearings.labels import OUTCOMES, PHASES, POSITIONS
from app.hearings.models import Outcome, Phase, Position
from app.organisation.models import Side

DAY = lazy("Day, month and year, such as 31.12.2027")
LONGEST_HEARING = timedelta(days=365)
ASK_DEADLINE = lazy("Write the last day on which the sides can answer.")


class OpenForm(BaseForm):
    committee_id = PickField(
        lazy("Which committee is heard?"),
        description=lazy("The nearest one stands first. The goal can be heard in several, one hearing each."),
        validators=[required(lazy("Choose the committee that is to be heard."))],
    )
    deadline = DateField(lazy("Last day to answer"), validators=[required(ASK_DEADLINE)], description=DAY)
    question = LongTextField(
        lazy("What would you like them to think about?"),
        limit=2000,
        description=lazy("For instance who bears the load, what we could stop counting, what would make it better."),
    )

    def validate_deadline(self, field: w.Field) -> None:
        if field.data is not None and not today() <= field.data <= today() + LONGEST_HEARING:
            raise ValidationError(_("Write a day from today on and within a year."))


class SkipForm(BaseForm):
    committee_id = PickField(lazy("Which committee would it have been?"), blank=lazy("None covers the unit"))
    reason = LongTextField(
        lazy("Why is nobody heard?"),
        limit=2000,
        validators=[required(lazy("Write why nobody is heard."))],
        description=lazy("Everyone who reads the goal sees this reason, and the gate shows it."),
    )


def _needs_words(position: Any, field: w.Field) -> None:
    if position in {Position.REMARKS, Position.OBJECTS} and not field.data:
        raise ValidationError(_("Write what the remarks or the objection are."))


class AnswerForm(VersionedForm):
    position = ChoiceField(
        lazy("What does your side say?"), Position, POSITIONS, radio=True,
        validators=[required(lazy("Choose what your side says."))],
    )  # fmt: skip
    words = LongTextField(
        lazy("In your own words"),
        limit=5000,
        description=lazy("Everyone who reads the goal can read this. Write no names and nothing about health."),
    )
    is_final = YesField(
        lazy("This is our final answer"),
        description=lazy("When both sides say so, the hearing can be closed before the deadline."),
    )

    def validate_words(self, field: w.Field) -> None:
        _needs_words(self.position.data, field)


class RecordForm(BaseForm):
    """Both sides' answers as they were given at a meeting. A side left blank keeps what it may have said before."""

    meeting_on = DateField(
        lazy("Day of the meeting"), description=DAY, validators=[required(lazy("Write the day of the meeting."))]
    )
    management_position = ChoiceField(
        lazy("The management side"), Position, POSITIONS, blank=lazy("Nothing to record"), radio=True
    )
    management_words = LongTextField(lazy("The management side, in words"), limit=5000)
    employees_position = ChoiceField(
        lazy("The employee side"), Position, POSITIONS, blank=lazy("Nothing to record"), radio=True
    )
    employees_words = LongTextField(lazy("The employee side, in words"), limit=5000)

    def validate_meeting_on(self, field: w.Field) -> None:
        if field.data is not None and field.data > today():
            raise ValidationError(_("The meeting lies ahead. Record the answers when it has been held."))

    def validate_management_position(self, _field: w.Field) -> None:
        if not self.said:
            raise ValidationError(_("Record the answer of at least one side."))

    def validate_management_words(self, field: w.Field) -> None:
        _needs_words(self.management_position.data, field)

    def validate_employees_words(self, field: w.Field) -> None:
        _needs_words(self.employees_position.data, field)

    def say_not_yours(self, side: Side) -> None:
        """The other side has answered itself, or can no longer put right what is written down for it."""
        self[f"{side.value}_position"].errors = [
            _("The other side has answered itself, or the deadline has passed. Its answer can't be written for it.")
        ]

    @property
    def said(self) -> dict[Side, tuple[Position, str]]:
        """What is to be recorded, by side."""
        found = {side: (self[f"{side.value}_position"].data, self[f"{side.value}_words"].data) for side in Side}
        return {side: said for side, said in found.items() if isinstance(said[0], Position)}


class CloseForm(BaseForm):
    outcome = ChoiceField(
        lazy("What comes of it?"), Outcome, OUTCOMES, radio=True,
        validators=[required(lazy("Choose what comes of the hearing."))],
    )  # fmt: skip
    words = LongTextField(
        lazy("What was made of the answers?"),
        limit=5000,
        validators=[required(lazy("Write what was made of the answers. Those who answered will read it."))],
    )
    silence = LongTextField(
        lazy("Why do you go on although a side has not answered?"),
        limit=2000,
        description=lazy("Everyone who reads the goal sees this reason."),
    )


class WithdrawForm(BaseForm):
    reason = LongTextField(
        lazy("Why is the hearing withdrawn?"), limit=2000,
        validators=[required(lazy("Write why the hearing is withdrawn."))],
    )  # fmt: skip


class BriefingForm(VersionedForm):
    phase = ChoiceField(
        lazy("What was it about?"), Phase, PHASES, radio=True,
        validators=[required(lazy("Choose whether it was before or after."))],
    )  # fmt: skip
    told = LongTextField(
        lazy("What was told?"),
        limit=2000,
        validators=[required(lazy("Write what was told, in a sentence or two."))],
        description=lazy("For instance: what we will count and why, or the results of the second quarter."),
    )
    committee_id = PickField(lazy("Committee"), blank=lazy("No committee yet"))
    committee_on = DateField(lazy("Told to the committee on"), description=DAY)
    group_on = DateField(lazy("Told to the staff group measured on"), description=DAY)
    group_how = TextField(lazy("How was the group told?"), description=lazy("For instance at the Friday meeting."))

    def validate_committee_on(self, field: w.Field) -> None:
        _not_ahead(field)

    def validate_group_on(self, field: w.Field) -> None:
        _not_ahead(field)

    def validate(self, extra_validators: Any = None) -> bool:
        fine: bool = super().validate(extra_validators)
        if fine and self.committee_on.data is None and self.group_on.data is None:
            self.committee_on.errors = [_("Write when the committee or the staff group was told.")]
        if fine and self.committee_on.data is not None and self.committee_id.data is None:
            self.committee_id.errors = [_("Choose the committee that was told.")]
        return not self.errors


def _not_ahead(field: w.Field) -> None:
    if field.data is not None and field.data > today():
        raise ValidationError(_("The day lies ahead. Note it when it has been told."))


def _asked(label: Any, message: Any, hint: Any) -> LongTextField:
    return LongTextField(label, limit=2000, validators=[required(message)], description=hint)


class NoticeForm(BaseForm):
    """What agreements on control measures, and article 13 of the GDPR, ask that people are told beforehand."""

    given_on = DateField(
        lazy("Notice given on"), description=DAY, validators=[required(lazy("Write when notice is given."))]
    )
    starts_on = DateField(
        lazy("Measuring starts on"), description=DAY, validators=[required(lazy("Write when measuring starts."))]
    )
    purpose = _asked(
        lazy("Purpose"), lazy("Write what the measure is for."), lazy("What you want to find out, and for whose good.")
    )
    grounds = _asked(
        lazy("Operational grounds"),
        lazy("Write why the work needs it."),
        lazy("Why the work can't do without it, and why nothing gentler will do."),
    )
    recorded = _asked(
        lazy("What is recorded?"),
        lazy("Write what is recorded."),
        lazy("Which facts, how often, in which system; and what is not recorded."),
    )
    used_for = _asked(
        lazy("How is it used?"),
        lazy("Write how it is used, and what it is not used for."),
        lazy("Say also what it is not used for: pay, discipline, comparing persons."),
    )
    seen_by = _asked(lazy("Who can see it?"), lazy("Write who can see it."), lazy("By function, not by name."))
    storage = _asked(
        lazy("How long is it kept?"), lazy("Write how long it is kept."), lazy("And what happens to it then.")
    )
    controller = TextField(
        lazy("Data controller"), validators=[required(lazy("Write who is responsible for the data."))],
        description=lazy("As a rule the organisation itself."),
    )  # fmt: skip
    legal_basis = _asked(
        lazy("Legal basis"),
        lazy("Write the legal basis."),
        lazy("Ask your data protection officer. The rights of those registered belong here too."),
    )
    contact = _asked(
        lazy("Contact"), lazy("Write whom one can ask."), lazy("Whom one asks or complains to, and how to reach them.")
    )
    discussed = LongTextField(
        lazy("Discussed with"), limit=2000, description=lazy("Which committee talked about it beforehand, and when.")
    )

    def validate_starts_on(self, field: w.Field) -> None:
        if field.data and self.given_on.data and field.data < self.given_on.data:
            raise ValidationError(_("Measuring can't start before notice is given."))


def offer_committees(field: PickField, committees: Iterable[Any]) -> None:
    field.offer([(committee.id, committee.name) for committee in committees])


def proposed_notice(goal: Any, *, organisation: str, notice_days: int) -> Mapping[str, Any]:
    """What a notice begins with: what the goal itself already says."""
    given = goal.notice_given_on or today()
    earliest = given + timedelta(days=notice_days)
    return {
        "given_on": given,
        "starts_on": max(goal.notice_start_on or earliest, earliest),
        "purpose": goal.purpose,
        "recorded": "\n".join(part for part in (goal.measure, goal.method) if part),
        "controller": organisation,
    }
