"""The mails of this room, as they are written to one person."""

from __future__ import annotations

from app.core.inbox import Group, grouped
from app.core.letters import Letter, Templates, absolute, write
from app.core.notices import Notice
from app.core.signed import sign

STOP = "stop mail"
GROUPS, LINES = 30, 8  # as many things, and as many lines on each, stand in one mail
DIGEST = Templates("mail/digest/subject.txt", "mail/digest/body.txt", "mail/digest/body.html")
TEST = Templates("mail/test/subject.txt", "mail/test/body.txt", "mail/test/body.html")


def stop_url(user_id: int) -> str:
    """The one link that stops all mail to a person; it works without signing in, for as long as the mail is kept."""
    return absolute("mail.stop", token=sign(STOP, user_id))


def digest(name: str, language: str, notices: list[Notice], *, stop_url: str) -> Letter:
    """What is new for a person, newest first, grouped by what it is about."""
    groups = [Group(group.label, group.address, group.lines[:LINES]) for group in grouped(notices)[:GROUPS]]
    lines = [line for group in groups for line in group.lines]
    left, only_reminders = len(notices) - sum(line.count for line in lines), all(line.is_reminder for line in lines)
    return write(
        DIGEST, language, name=name, groups=groups, left=left, only_reminders=only_reminders, stop_url=stop_url
    )


def test_letter(language: str) -> Letter:
    return write(TEST, language)
