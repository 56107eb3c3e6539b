"""Items, proposals, where they go, and their files."""

from __future__ import annotations

from typing import Any

import wtforms as w
from flask_wtf.file import FileField
from wtforms.validators import ValidationError

from app.core.forms import (
    BaseForm,
    ChoiceField,
    LongTextField,
    LookupField,
    PickField,
    TextField,
    VersionedForm,
    WholeField,
    YesField,
    between,
    required,
)
from app.core.languages import gettext as _
from app.core.languages import lazy
from app.meetings.labels import ITEM_FIELDS, ITEM_KINDS
from app.meetings.models import Item, ItemKind

GOAL_HINT = lazy("Write its number, such as M-0042. It must lie in the committee's area.")
CONFIDENTIAL = lazy("Confidential (section 27 of the Public Administration Act)")
CONFIDENTIAL_HINT = lazy(
    "Only where the law asks for it. The item then stays in the committee: it stands in no agenda and no minutes that "
    "others read."
)


class _ItemForm(BaseForm):
    """What an item says. It needs a title, or a goal whose title it then bears."""

    title = TextField(ITEM_FIELDS["title"], description=lazy("Can be left out where the item is about a goal."))
    goal_id = LookupField(lazy("Which goal is it about?"), description=GOAL_HINT)
    kind = ChoiceField(ITEM_FIELDS["kind"], ItemKind, ITEM_KINDS, radio=True, default=ItemKind.DISCUSSION)
    case_text = LongTextField(
        ITEM_FIELDS["case_text"], description=lazy("What it is about, so that somebody who was not there can follow.")
    )  # fmt: skip
    recommendation = LongTextField(
        ITEM_FIELDS["recommendation"], description=lazy("What the committee is asked to do."), limit=4000
    )

    def validate_title(self, field: w.Field) -> None:
        if not field.data and not self.goal_id.typed and not self.is_named:
            raise ValidationError(_("Write a title, or the number of a goal."))

    is_named = False


class ProposeForm(_ItemForm):
    meeting_id = PickField(
        lazy("For which meeting?"), blank=lazy("The next one that has room for it"),
        description=lazy("What is proposed after a meeting's deadline goes onto the next one."),
    )  # fmt: skip


class AddForm(_ItemForm):
    parent_id = PickField(lazy("Under which point?"), blank=lazy("As a point of its own"))
    minutes_planned = WholeField(ITEM_FIELDS["minutes_planned"], validators=[between(1, 600)])
    is_confidential = YesField(CONFIDENTIAL, description=CONFIDENTIAL_HINT)


class EditForm(VersionedForm, AddForm):
    def for_item(self, item: Item) -> EditForm:
        """A fixed point keeps its name where nothing else is written."""
        self.is_named = bool(item.point)
        return self


class MoveForm(VersionedForm):
    meeting_id = PickField(lazy("To which meeting?"), blank=lazy("To the backlog: it waits for a meeting"))
    reason = LongTextField(
        lazy("Why is it moved?"), limit=1000, validators=[required(lazy("Say why it is moved."))],
        description=lazy("Whoever proposed it is told."),
    )  # fmt: skip


class TakeUpForm(BaseForm):
    """On which agenda a dialogue comes up."""

    meeting_id = PickField(
        lazy("On which meeting's agenda?"), validators=[required(lazy("Choose a meeting."))], blank=lazy("Choose")
    )
    kind = ChoiceField(ITEM_FIELDS["kind"], ItemKind, ITEM_KINDS, default=ItemKind.DISCUSSION)
    is_confidential = YesField(CONFIDENTIAL, description=CONFIDENTIAL_HINT)


class PutForm(BaseForm):
    meeting_id = PickField(
        lazy("On which meeting's agenda?"), validators=[required(lazy("Choose a meeting."))]
    )  # fmt: skip


class OrderForm(BaseForm):
    """The items of one level in their new order, as numbers with spaces between."""

    keys = w.StringField()
    parent_id = w.StringField()


class AttachForm(BaseForm):
    file = FileField(lazy("Which file?"))

    def validate_file(self, field: Any) -> None:
        if not field.data or not field.data.filename:
            raise ValidationError(_("Choose a file."))
