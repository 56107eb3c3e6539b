"""How the history tells of mails and of what people chose."""

from __future__ import annotations

from app.core.languages import lazy
from app.mail.labels import FIELDS, RHYTHMS

SENTENCES = {
    "notice_choice.made": lazy("%(actor)s chose how to be told by mail."),
    "notice_choice.stopped": lazy("%(actor)s stopped all mail with the link in a mail."),
    "mail.retried": lazy("%(actor)s had a mail to %(recipient)s tried again."),
    "mail.given_up": lazy("%(actor)s gave up a mail to %(recipient)s."),
}
MAILS = {"digest": lazy("News and reminders")}
LABELS = {"notice_choice": FIELDS}
VALUES = {"notice_choice": {"rhythm": RHYTHMS}}
