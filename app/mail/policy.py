"""Who may look after the outbox."""

from __future__ import annotations

from app.core.access import rule
from app.core.languages import lazy
from app.core.mailbox import Mail
from app.people.models import Role, User


@rule(lazy("Only an administrator can see which mails wait and which were given up."))
def may_see_mail(user: User) -> bool:
    return user.role is Role.ADMINISTRATOR


@rule(lazy("Only an administrator can have a mail tried again or give it up."))
def may_handle_mail(user: User, _mail: Mail) -> bool:
    return user.role is Role.ADMINISTRATOR
