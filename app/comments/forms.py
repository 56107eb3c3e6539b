"""Saying something, replying, editing."""

from __future__ import annotations

from typing import Any

import wtforms as w

from app.comments.labels import KINDS, SIDES_INSIDE, VISIBILITIES
from app.comments.models import CommentKind, Visibility
from app.comments.rules import circles
from app.core.forms import BaseForm, ChoiceField, LongTextField, required, words_as_choices
from app.core.languages import lazy
from app.organisation.standing import Standing

LONGEST = 5000
SAYABLE = [kind for kind in CommentKind if kind not in {CommentKind.REPLY, CommentKind.ANSWER}]


class CommentForm(BaseForm):
    kind = ChoiceField(lazy("What kind of comment?"), CommentKind, KINDS, only=SAYABLE)
    body = LongTextField(
        lazy("What do you want to say?"), limit=LONGEST, validators=[required(lazy("Write what you want to say."))],
        description=lazy("Bold, lists and links can be written as in Markdown."),
    )  # fmt: skip
    audience = w.SelectField(
        lazy("Who can read it?"),
        description=lazy(
            "What is for one side is shown to nobody else, not even to administrators, and so nobody owes it an "
            "answer. A question, concern or proposal that the other side can read waits until they answer it."
        ),
    )

    def offer(self, standing: Standing, unit: Any) -> None:
        choices = {"all": VISIBILITIES[Visibility.ALL]}
        for value, seat, visibility in circles(standing, unit):
            side = SIDES_INSIDE[seat.side] if seat.side else ""
            choices[value] = str(VISIBILITIES[visibility]) % {"committee": seat.committee_name, "side": side}
        self.audience.choices = words_as_choices(choices)

    @property
    def circle(self) -> tuple[Visibility, int | None]:
        """For whom it is: a visibility and, unless it is everyone, the committee."""
        name, _colon, key = str(self.audience.data).partition(":")
        return Visibility(name), int(key) if key else None


class ReplyForm(BaseForm):
    body = LongTextField(
        lazy("What do you want to say?"), limit=LONGEST, validators=[required(lazy("Write what you want to say."))],
    )  # fmt: skip


class AnswerForm(BaseForm):
    body = LongTextField(
        lazy("Your answer"), limit=LONGEST, validators=[required(lazy("Write your answer."))],
        description=lazy("It settles the matter, unless the one who asked takes it up again."),
    )  # fmt: skip


class TakeUpForm(BaseForm):
    body = LongTextField(
        lazy("What is still missing?"), limit=LONGEST, validators=[required(lazy("Write what is still missing."))],
        description=lazy("It stands in the thread, which then waits for the other side again."),
    )  # fmt: skip


class EditForm(BaseForm):
    body = LongTextField(lazy("Your words"), limit=LONGEST, validators=[required(lazy("Write what you want to say."))])
