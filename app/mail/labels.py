"""Words for choices, kinds of mail and what became of them."""

from __future__ import annotations

from app.core.languages import lazy
from app.mail.rhythm import Rhythm

RHYTHMS = {
    Rhythm.AT_ONCE: lazy("At once"),
    Rhythm.DAILY: lazy("Once a day, in the morning"),
    Rhythm.WEEKLY: lazy("Once a week, Monday morning"),
    Rhythm.NEVER: lazy("Never; I read them in the register"),
}
STATES = {
    "waiting": lazy("Waits"),
    "given_up": lazy("Given up"),
    "sent": lazy("Sent"),
}
ERRORS = {
    "connection": lazy("The mail server did not answer"),
    "tls": lazy("No encrypted connection to the mail server"),
    "sign_in": lazy("The mail server refused user or password"),
    "sender": lazy("The mail server refused the sender"),
    "recipient": lazy("The mail server refused the recipient"),
    "message": lazy("The mail server refused the mail"),
    "broken_off": lazy("The connection broke off"),
    "unexpected": lazy("Pejling itself could not send it; see the log"),
    "address": lazy("Mail can't be sent to this address"),
    "closed": lazy("The account is closed"),
    "stopped": lazy("The person wants no mail any more"),
    "by_hand": lazy("Given up by an administrator"),
}
FIELDS = {"rhythm": lazy("Notices by mail"), "reminders": lazy("Reminders by mail too")}
