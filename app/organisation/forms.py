"""Forms about the definition, units, committees and seats."""

from __future__ import annotations

from typing import Any

import wtforms as w

from app.core.forms import (
    BaseForm,
    ChoiceField,
    DateField,
    LongTextField,
    PickField,
    TextField,
    VersionedForm,
    WholeField,
    required,
    words_as_choices,
)
from app.core.languages import gettext as _
from app.core.languages import lazy
from app.organisation.labels import (
    COMMITTEE_KINDS,
    FUNCTIONS,
    MANDATES,
    NO_SIDE,
    ORGANISATION_KINDS,
    SIDES,
    UNIT_KINDS,
)
from app.organisation.models import CommitteeKind, Function, Mandate, OrganisationKind, Side, UnitKind

DAY_HINT = lazy("Day, month and year, such as 31.12.2027")


class OrganisationForm(VersionedForm):
    name = TextField(
        lazy("What is your organisation called?"), limit=120,
        validators=[required(lazy("Write the name of your organisation."))],
    )  # fmt: skip
    kind = ChoiceField(
        lazy("What kind of organisation is it?"), OrganisationKind, ORGANISATION_KINDS, radio=True,
        description=lazy("It decides which committees you have: MED, SU or AMO."),
    )  # fmt: skip


class DefinitionForm(VersionedForm):
    definition = LongTextField(
        lazy("What do we mean by a performance goal?"),
        description=lazy("In your own words. Bold, lists and links can be written as in Markdown."),
        validators=[required(lazy("Write what you mean by a performance goal."))],
    )


class UnitForm(VersionedForm):
    name = TextField(lazy("Name"), limit=120, validators=[required(lazy("Write the unit's name."))])
    kind = ChoiceField(lazy("Kind of unit"), UnitKind, UNIT_KINDS)
    parent_id = PickField(lazy("Above it"), blank=lazy("Nothing: it is the whole organisation"))
    headcount = WholeField(lazy("Head count"), description=lazy("People, not full-time posts."))
    core_task = LongTextField(
        lazy("Core task"), limit=2000, description=lazy("What the unit is there for, in one or two sentences.")
    )


class ManagerForm(BaseForm):
    user_id = PickField(lazy("Manager"), blank=lazy("Choose a person"), validators=[required(lazy("Choose a person."))])


class CommitteeForm(VersionedForm):
    name = TextField(lazy("Name"), limit=120, validators=[required(lazy("Write the committee's name."))])
    kind = ChoiceField(lazy("Kind of committee"), CommitteeKind, COMMITTEE_KINDS)
    parent_id = PickField(lazy("Committee above"), blank=lazy("None"))
    unit_ids = w.SelectMultipleField(
        lazy("Which units does it cover?"), coerce=int,
        description=lazy("Everything below a chosen unit is covered too. Hold Ctrl to choose several."),
    )  # fmt: skip

    def offer_units(self, options: list[tuple[int, str]]) -> None:
        self.unit_ids.choices = words_as_choices({str(key): label for key, label in options})
        for choice in self.unit_ids.choices:
            choice.value = int(choice.value)

    def says(self, thing: Any) -> dict[str, Any]:
        return super().says(thing) | {"unit_ids": [area.unit_id for area in thing.areas]}

    def validate_unit_ids(self, field: w.Field) -> None:
        if not field.data:
            raise w.validators.ValidationError(_("Choose at least one unit."))


class SeatForm(VersionedForm):
    side = ChoiceField(lazy("Side"), Side, SIDES, blank=NO_SIDE)
    mandate = ChoiceField(
        lazy("Mandate"), Mandate, MANDATES, blank=lazy("Choose a mandate"),
        validators=[required(lazy("Choose a mandate."))],
    )  # fmt: skip
    function = ChoiceField(lazy("Function"), Function, FUNCTIONS)
    organisation_behind = TextField(lazy("Union or organisation"), limit=60)
    user_id = PickField(lazy("Who sits here"), blank=lazy("Vacant"))
    substitute_id = PickField(lazy("Substitute"), blank=lazy("None"))
    from_on = DateField(lazy("From"), description=DAY_HINT)
    to_on = DateField(lazy("Until"), description=DAY_HINT)
    vacant_from = DateField(lazy("Vacant from"), description=DAY_HINT)

    def validate_to_on(self, field: w.Field) -> None:
        if field.data and self.from_on.data and field.data < self.from_on.data:
            raise w.validators.ValidationError(_("The last day lies before the first. Write a later one."))

    def offer(self, people: Any) -> None:
        people = list(people)
        self.user_id.offer(people)
        self.substitute_id.offer(people)
