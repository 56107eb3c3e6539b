"""The list of mails: to whom, of what kind and what became of them; never what they say."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.core.db import sorted_danish
from app.core.formats import moment
from app.core.languages import lazy
from app.core.listing import Column, Filter, Listing
from app.core.mailbox import KINDS, Mail
from app.mail.labels import ERRORS, STATES
from app.people.models import User


def state(mail: Mail) -> str:
    if mail.sent_at is not None:
        return "sent"
    return "waiting" if mail.given_up_at is None else "given_up"


def error(mail: Mail) -> str:
    """What went wrong last, in words, with the server's number."""
    reason, _colon, number = mail.last_error.partition(":")
    words = str(ERRORS.get(reason, reason))
    return f"{words} ({number})" if number else words


def _in_state(value: str) -> Any:
    sent, given_up = Mail.sent_at.is_not(None), Mail.given_up_at.is_not(None)
    return {"sent": sent, "given_up": given_up, "waiting": sa.and_(~sent, ~given_up)}[value]


MAILS = Listing(
    name="mail",
    columns=(
        Column("recipient", lazy("Recipient"), lambda mail: mail.recipient.name, heads_row=True,
               sort=lambda: sorted_danish(User.name)),
        Column("kind", lazy("What"), lambda mail: KINDS.get(mail.kind, mail.kind), sort=Mail.kind),
        Column("state", lazy("State"), lambda mail: STATES[state(mail)], show="mail/_cells.html:state"),
        Column("created", lazy("Made"), lambda mail: moment(mail.created_at), sort=Mail.created_at),
        Column("tries", lazy("Tries"), lambda mail: mail.tries, sort=Mail.tries, numeric=True),
        Column("error", lazy("What went wrong"), error),
        Column("next_try", lazy("Next try"), lambda mail: moment(mail.next_try_at if mail.is_waiting else None),
               sort=Mail.next_try_at),
        Column("deeds", lazy("What you can do"), lambda mail: "", show="mail/_cells.html:deeds"),
    ),
    filters=(Filter("state", lazy("State"), lambda: STATES.items(), _in_state),),
    default_sort="-created",
    key=Mail.id,
)  # fmt: skip
