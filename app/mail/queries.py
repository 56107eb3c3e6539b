"""Finding what is to be told, to whom, and the mails that wait."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased, joinedload

from app.core.clock import now
from app.core.db import session
from app.core.mailbox import Mail
from app.core.notices import REMINDERS, Notice
from app.mail.models import NoticeChoice, Reminder
from app.mail.rhythm import CLAIM_LASTS, USUAL, Rhythm, Wish
from app.people.models import User

NEWS = 500  # as many notices are looked through for one mail


def find_mail(_viewer: User, *, mail_id: int) -> Mail | None:
    return session().scalar(sa.select(Mail).where(Mail.id == mail_id).options(joinedload(Mail.recipient)))


def all_mail(_viewer: User) -> sa.Select[Mail]:
    return sa.select(Mail).join(User, User.id == Mail.user_id).options(joinedload(Mail.recipient))


def waiting_count() -> int:
    return session().scalar(sa.select(sa.func.count()).where(*_waits(Mail))) or 0


def choice_of(user_id: int) -> NoticeChoice | None:
    found = sa.select(NoticeChoice).where(NoticeChoice.user_id == user_id)
    return session().scalar(found.execution_options(populate_existing=True))


def wish_of(user: User) -> Wish:
    choice = choice_of(user.id)
    return choice.wish if choice else USUAL


def open_user_ids() -> set[int]:
    return set(session().scalars(sa.select(User.id).where(User.closed_on.is_(None))))


def find_person(user_id: int) -> User | None:
    return session().get(User, user_id)


def people_with_news() -> list[tuple[User, Wish, datetime]]:
    """Everybody with an open account who has unread notices that were in no mail yet, what they wish, and since when
    the oldest waits."""
    waits = sa.select(Notice.user_id, sa.func.min(Notice.at).label("since")).where(*_untold())
    waiting = waits.group_by(Notice.user_id).subquery()
    found = (
        sa.select(User, NoticeChoice, waiting.c.since)
        .join(waiting, waiting.c.user_id == User.id)
        .outerjoin(NoticeChoice, NoticeChoice.user_id == User.id)
        .where(User.closed_on.is_(None))
        .order_by(User.id)
        .execution_options(populate_existing=True)
    )
    return [(user, choice.wish if choice else USUAL, since) for user, choice, since in session().execute(found)]


def untold(user: User, *, news: datetime | None, reminders: datetime | None) -> list[Notice]:
    """A person's unread notices that were in no mail yet, newest first: news and reminders up to these moments."""
    is_reminder = Notice.code.in_(REMINDERS)
    kinds = [(~is_reminder, news), (is_reminder, reminders)]
    due = [sa.and_(kind, Notice.at <= until) for kind, until in kinds if until is not None]
    if not due:
        return []
    found = sa.select(Notice).where(Notice.user_id == user.id, sa.or_(*due), *_untold()).order_by(Notice.id.desc())
    return list(session().scalars(found.limit(NEWS).execution_options(populate_existing=True)))


def unwanted(user: User, wish: Wish) -> list[Any]:
    """The condition of notices that a person never wants by mail; empty when they want all."""
    is_reminder = Notice.code.in_(REMINDERS)
    kinds = [(~is_reminder, wish.news), (is_reminder, wish.reminders)]
    never = [kind for kind, rhythm in kinds if rhythm is Rhythm.NEVER]
    return [Notice.user_id == user.id, sa.or_(*never), *_untold()] if never else []


def _untold() -> tuple[Any, ...]:
    return Notice.read_at.is_(None), Notice.digested_at.is_(None)


def reminded(user_ids: Collection[int], days: Collection[date]) -> set[tuple[Any, ...]]:
    """Which reminders of these days these people have been given: (person, duty, subject type and key, day, step)."""
    columns = (
        Reminder.user_id, Reminder.duty, Reminder.subject_type, Reminder.subject_id, Reminder.due_on, Reminder.step,
    )  # fmt: skip
    given = sa.select(*columns).where(Reminder.user_id.in_(user_ids), Reminder.due_on.in_(days))
    return {tuple(row) for row in session().execute(given)}


def next_mail(*, without: Collection[str] = ()) -> Mail | None:
    """The mail to be sent next: due, in nobody's hands, and no earlier one to the same person still waiting.

    Mails of the kinds in `without` are left lying."""
    earlier = aliased(Mail)
    before = (earlier.user_id == Mail.user_id, earlier.id < Mail.id, earlier.kind.not_in(without))
    overtakes = sa.exists().where(*before, *_waits(earlier))
    free = sa.or_(Mail.claim.is_(None), Mail.claimed_at < now() - CLAIM_LASTS)
    due = sa.select(Mail).where(*_waits(Mail), Mail.next_try_at <= now(), free, Mail.kind.not_in(without), ~overtakes)
    first = due.order_by(Mail.id).limit(1).options(joinedload(Mail.recipient))
    return session().scalar(first.execution_options(populate_existing=True))


def _waits(mail: Any) -> Sequence[Any]:
    return mail.sent_at.is_(None), mail.given_up_at.is_(None)
