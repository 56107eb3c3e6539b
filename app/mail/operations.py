"""The verbs of telling people: reminding, putting news into a mail, handing mails in, and what people and
administrators decide about it."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from app.core.clock import now
from app.core.db import as_plain, lock, session
from app.core.duties import Duty
from app.core.mailbox import Mail, post
from app.core.notices import Notice
from app.core.operation import operation, record
from app.mail import queries, writing
from app.mail.models import NoticeChoice, Reminder
from app.mail.rhythm import CLAIM_LASTS, NOTHING, OVERDUE, Rhythm, Wish, step, wait_after
from app.people.models import User

DIGEST = "digest"
UNWANTED = "stopped"
CLOSED = "closed"
BY_HAND = "by_hand"


class NotNow(ValueError):
    """The mail is just being sent, or is past what is asked for."""


@operation()
def remind(duties: Sequence[Duty], *, day: date) -> int:
    """Lay the reminders that apply on that day into people's inboxes; each is given once, however often this runs."""
    lock("reminders")
    given = queries.reminded({duty.user_id for duty in duties}, {duty.due_on for duty in duties if duty.due_on})
    count = 0
    for duty in duties:
        which = step(duty.due_on, day, since=duty.since) if duty.due_on else None
        key = (duty.user_id, duty.code, *duty.subject, duty.due_on, which)
        if which is not None and key not in given:
            given.add(key)
            _give(duty, which)
            count += 1
    return count


def _give(duty: Duty, which: int) -> None:
    kind, thing = duty.subject
    session().add(
        Reminder(
            user_id=duty.user_id, duty=duty.code, subject_type=kind, subject_id=thing, due_on=duty.due_on, step=which
        )
    )
    data = {
        "duty": duty.code, "due_on": duty.due_on, "words": duty.data, "endpoint": duty.endpoint, "url": duty.url,
    }  # fmt: skip
    notice = Notice(
        user_id=duty.user_id, code="reminder.overdue" if which == OVERDUE else "reminder.ahead", at=now(),
        subject_type=kind, subject_id=thing, about_type=duty.about[0], about_id=duty.about[1],
        about_label=duty.about_label, data=as_plain(data),
    )  # fmt: skip
    session().add(notice)


@operation()
def queue_digest(user: User, wish: Wish, *, news: datetime | None, reminders: datetime | None) -> bool:
    """Put a person's news and reminders up to these moments into one mail, and note that they stand there, both or
    neither. What they wish may have changed since it was read: then the next run asks anew."""
    lock(f"digest:{user.id}")
    if queries.wish_of(user) != wish:
        return False
    _pass_over(user, wish)
    told = queries.untold(user, news=news, reminders=reminders)
    if told:
        link = writing.stop_url(user.id)
        letter = writing.digest(user.name, user.language, told, stop_url=link)
        post(user, letter, key=f"digest:{user.id}:{told[0].id}", kind=DIGEST, stop_url=link)
        for notice in told:
            notice.digested_at = now()
    return bool(told)


def _pass_over(user: User, wish: Wish) -> None:
    """What a person wants no mail of goes into none later, should they change their mind."""
    if unwanted := queries.unwanted(user, wish):
        session().execute(sa.update(Notice).where(*unwanted).values(digested_at=now()))


@operation()
def claim_mail(*, without: Collection[str] = ()) -> Mail | None:
    """Take the next mail that is due into one's hands, so that nobody else sends it. Saved before it is sent."""
    lock("mail")
    mail = queries.next_mail(without=without)
    if mail is not None:
        mail.claim, mail.claimed_at = secrets.token_hex(8), now()
    return mail


@operation()
def note_sent(mail: Mail) -> None:
    """It went out. Its text is not kept."""
    emptied = dict.fromkeys(("last_error", "subject", "text", "html", "stop_url", "calendar"), "")
    _let_go(mail, sent_at=now(), tries=mail.tries + 1, **emptied)


@operation()
def note_failed(mail: Mail, reason: str, *, for_good: bool, blames_server: bool) -> None:
    """It did not go out: it waits for the next try, or is given up. What the server is to blame for is no try."""
    tries = mail.tries if blames_server else mail.tries + 1
    wait = wait_after(tries) if tries > mail.tries else None
    if for_good or (tries > mail.tries and wait is None):
        _let_go(mail, given_up_at=now(), tries=tries, last_error=reason)
    elif wait is not None:
        _let_go(mail, next_try_at=now() + wait, tries=tries, last_error=reason)
    else:
        _let_go(mail, last_error=reason)


def _let_go(mail: Mail, **values: Any) -> None:
    """Only who still holds the claim may write; after a quarter of an hour somebody else may have it."""
    mine = sa.update(Mail).where(Mail.id == mail.id, Mail.claim == mail.claim)
    session().execute(mine.values(claim=None, claimed_at=None, **values))


@operation()
def sweep(*, sent_before: datetime, given_up_before: datetime) -> None:
    """Forget mails that are long past."""
    past = sa.or_(Mail.sent_at < sent_before, Mail.given_up_at < given_up_before)
    session().execute(sa.delete(Mail).where(past))


@operation("notice_choice.made")
def choose(user: User, *, rhythm: Rhythm, reminders: bool) -> None:
    """A person's own choice of when to be told by mail."""
    choice = _set_choice(user, rhythm, reminders)
    record("notice_choice.made", choice, by=user, about=user)


@operation("notice_choice.stopped")
def stop(user: User) -> None:
    """No mail of notices any more, as who holds the link in a mail asks."""
    choice = _set_choice(user, Rhythm.NEVER, False)
    record("notice_choice.stopped", choice, by=user, about=user)


def _set_choice(user: User, rhythm: Rhythm, reminders: bool) -> NoticeChoice:
    lock(f"digest:{user.id}")
    choice = queries.choice_of(user.id) or NoticeChoice(user_id=user.id)
    choice.rhythm, choice.reminders = rhythm, reminders
    session().add(choice)
    if choice.wish == NOTHING:
        _withdraw(user)
    return choice


def _withdraw(user: User) -> None:
    """What waits in the outbox for a person who wants no mail stays there, but for one that is just on its way."""
    waiting = sa.update(Mail).where(Mail.user_id == user.id, Mail.kind == DIGEST, Mail.sent_at.is_(None))
    idle = waiting.where(Mail.given_up_at.is_(None), Mail.claim.is_(None))
    session().execute(idle.values(given_up_at=now(), last_error=UNWANTED))


@operation("mail.retried")
def retry_mail(mail: Mail, *, by: User) -> None:
    """Try a mail again that was given up. NotNow for any other, and for one that the person wants no more."""
    lock("mail")
    session().refresh(mail, ["given_up_at", "last_error"])
    if mail.given_up_at is None or mail.last_error in {UNWANTED, CLOSED}:
        raise NotNow
    mail.given_up_at, mail.tries, mail.next_try_at = None, 0, now()
    record("mail.retried", mail, by=by, recipient=mail.recipient.name)


@operation("mail.given_up")
def give_up_mail(mail: Mail, *, by: User) -> None:
    """Send a mail no more. NotNow for one that is past it, or just on its way."""
    lock("mail")
    session().refresh(mail, ["sent_at", "given_up_at", "claim", "claimed_at"])
    on_its_way = mail.claim is not None and mail.claimed_at is not None and mail.claimed_at > now() - CLAIM_LASTS
    if not mail.is_waiting or on_its_way:
        raise NotNow
    mail.given_up_at, mail.claim, mail.last_error = now(), None, BY_HAND
    record("mail.given_up", mail, by=by, recipient=mail.recipient.name)
