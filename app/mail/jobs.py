"""What `run-due` does here, last of all rooms: remind, put the news into mails, hand the mails in.

Handing in: each mail is claimed (and that is saved), sent while no transaction is open, and marked (and that is
saved), so that a slow mail server keeps nobody from writing, and two processes never send the same mail. Should this
process die after the server took a mail and before that was saved, the claim runs out after a quarter of an hour and
the mail is sent once more, with the same Message-ID, by which mail programs know it as one; so it is when the server's
answer to a whole mail does not come within two minutes. A server that can't be reached ends the run and counts against
no mail: it is asked again at the next one.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from app.core import duties
from app.core.clock import now, today
from app.core.db import session
from app.core.duties import Duty
from app.core.errors import reference
from app.core.jobs import Job
from app.core.letters import is_on
from app.core.mailbox import Mail
from app.core.settings import setting
from app.core.smtp import NotSent, Parcel, Server
from app.mail import operations, queries
from app.mail.operations import CLOSED, DIGEST
from app.mail.rhythm import Rhythm, Wish, digest_until, is_quiet
from app.people.models import User

log = logging.getLogger("pejling")

T = TypeVar("T")


class Failed(RuntimeError):
    """So many could not be told; the log says where it broke. All others were."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} failed")
        self.count = count


CHUNK = 200  # duties per transaction
KEPT = timedelta(days=30)  # so long the list of mails shows what was sent
KEPT_TO_RETRY = timedelta(days=90)  # and so long what was given up can be tried again


def remind() -> int:
    """Remind everybody with an open account of what has a date, except in the quiet month."""
    if is_quiet(today(), _quiet_month()):
        return 0
    open_ids = queries.open_user_ids()
    found = [duty for duty in duties.of_everybody() if duty.user_id in open_ids]
    return _each([found[start : start + CHUNK] for start in range(0, len(found), CHUNK)], _remind)


def _remind(chunk: Sequence[Duty]) -> int:
    try:
        return operations.remind(chunk, day=today())
    except Exception:
        if len(chunk) == 1:
            raise
        session().rollback()
    return _each([[duty] for duty in chunk], _remind)  # one of them is to blame: the others get theirs


def digest() -> int:
    """Make the mails that are due. Without a mail server none is made: everything waits unread in the register."""
    if not is_on():
        return 0
    due = {
        rhythm: digest_until(rhythm, now(), hour=setting("digest_hour"), quiet_month=_quiet_month())
        for rhythm in Rhythm
    }
    return _each(queries.people_with_news(), partial(_digest, due))


def _digest(due: Mapping[Rhythm, datetime | None], waiting: tuple[User, Wish, datetime]) -> int:
    user, wish, since = waiting
    news, reminders = due[wish.news], due[wish.reminders]
    passed_over = Rhythm.NEVER in {wish.news, wish.reminders}
    if passed_over or any(until is not None and since <= until for until in (news, reminders)):
        return int(operations.queue_digest(user, wish, news=news, reminders=reminders))
    return 0


def _each(found: Iterable[T], do: Callable[[T], int]) -> int:
    """Do it for each and add up. Where one fails, the others are still done, and Failed is raised at the end."""
    count = failed = 0
    for one in found:
        try:
            count += do(one)
        except Failed as inner:
            failed += inner.count
        except Exception as error:  # whatever it is: one person's trouble is not everybody's
            session().rollback()
            log.error("one failed, reference %s\n%s", reference(), _where(error))
            failed += 1
    if failed:
        raise Failed(failed)
    return count


def _where(error: Exception) -> str:
    """Where it broke, without the words of the error, which may quote what somebody wrote."""
    return f"{''.join(traceback.format_tb(error.__traceback__))}{type(error).__name__}"


def deliver() -> int:
    """Hand in all mail that is due, one after the other over one connection. News waits through the quiet month."""
    if not is_on():
        return 0
    operations.sweep(sent_before=now() - KEPT, given_up_before=now() - KEPT_TO_RETRY)
    without = [DIGEST] if is_quiet(today(), _quiet_month()) else []
    count = 0
    with Server.configured() as server:
        while (mail := operations.claim_mail(without=without)) is not None:
            try:
                _send(server, mail)
            except NotSent as error:
                operations.note_failed(mail, error.reason, for_good=error.for_good, blames_server=error.blames_server)
                if error.ends_run:
                    log.warning("mail: %s; %s wait and will be tried again", error.reason, queries.waiting_count())
                    break
            except Exception:  # a mail that breaks the program must not stand in the way of all others for ever
                operations.note_failed(mail, "unexpected", for_good=False, blames_server=False)
                raise
            else:
                operations.note_sent(mail)
                count += 1
    return count


def _send(server: Server, mail: Mail) -> None:
    if not mail.recipient.is_active:
        raise NotSent(CLOSED, for_good=True)
    server.send(
        Parcel(
            to=mail.recipient.email, name=mail.recipient.name, subject=mail.subject, text=mail.text, html=mail.html,
            message_id=mail.message_id, language=mail.language, stop_url=mail.stop_url, calendar=mail.calendar,
        )
    )  # fmt: skip


def _quiet_month() -> int:
    return int(setting("quiet_month"))


JOBS: dict[str, Job] = {"mail.remind": remind, "mail.digest": digest, "mail.deliver": deliver}
