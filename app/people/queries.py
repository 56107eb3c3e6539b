"""Finding people."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from app.core.audit import Event
from app.core.db import lock, session, sorted_danish
from app.core.notices import Notice
from app.people.models import Follow, FollowedKind, Role, SignInAttempt, User

NOTICES_PER_PAGE = 100


def find_user(_viewer: User, *, user_id: int) -> User | None:
    return session().get(User, user_id)


def all_users(_viewer: User) -> sa.Select[User]:
    return sa.select(User)


def find_by_email(email: str) -> User | None:
    return session().scalar(sa.select(User).where(User.email == email.strip().casefold()))


def has_users() -> bool:
    return session().scalar(sa.select(sa.exists().where(User.id.is_not(None)))) or False


def open_users() -> list[User]:
    """Everybody with an open account, in Danish order."""
    return list(session().scalars(sa.select(User).where(User.closed_on.is_(None)).order_by(sorted_danish(User.name))))


def people_choices(*, administrators: bool = True) -> list[tuple[int, str]]:
    """Everybody with an open account and what they work as, in Danish order."""
    return [
        (user.id, f"{user.name}, {user.job_title}" if user.job_title else user.name)
        for user in open_users()
        if administrators or user.role is not Role.ADMINISTRATOR
    ]


def open_administrators() -> int:
    found = sa.select(sa.func.count()).where(User.role == Role.ADMINISTRATOR, User.closed_on.is_(None))
    return session().scalar(found) or 0


def failed_tries(account: str, address: str, since: datetime) -> tuple[int, int]:
    """How often signing in to the account, and from the address, has failed since then.

    Who asks holds both until the try is over: many tries at once must not all be counted as the first."""
    for held in sorted((f"sign-in:{account}", f"sign-in:{address}")):
        lock(held)
    recent = sa.select(sa.func.count()).select_from(SignInAttempt).where(SignInAttempt.at >= since)
    on_account = session().scalar(recent.where(SignInAttempt.account == account)) or 0
    from_address = session().scalar(recent.where(SignInAttempt.address == address)) or 0
    return on_account, from_address


def get_user(user_id: int) -> User | None:
    return session().get(User, user_id)


def notices_of(viewer: User, *, before: int | None = None) -> list[Notice]:
    """The person's newest hundred notices, newest first, and one more where there are older; `before` goes on there."""
    found = sa.select(Notice).where(Notice.user_id == viewer.id)
    if before is not None:
        found = found.where(Notice.id < before)
    return list(session().scalars(found.order_by(Notice.id.desc()).limit(NOTICES_PER_PAGE + 1)))


def unread_count(viewer: User) -> int:
    return (
        session().scalar(sa.select(sa.func.count()).where(Notice.user_id == viewer.id, Notice.read_at.is_(None))) or 0
    )


def follow_of(user: User, kind: FollowedKind, thing_id: int) -> Follow | None:
    wanted = sa.select(Follow).where(Follow.user_id == user.id, Follow.kind == kind, Follow.thing_id == thing_id)
    return session().scalar(wanted)


def follows_of(user: User) -> list[Follow]:
    """What a person has chosen to follow, or not to follow; the newest thousand."""
    wanted = sa.select(Follow).where(Follow.user_id == user.id).order_by(Follow.id.desc()).limit(1000)
    return list(session().scalars(wanted))


def last_visit(user: User) -> datetime | None:
    """When the person signed in the time before this one; None on the first visit."""
    signed_in = sa.select(Event.at).where(Event.actor_id == user.id, Event.code == "user.signed_in")
    moments = list(session().scalars(signed_in.order_by(Event.id.desc()).limit(2)))
    return moments[1] if len(moments) > 1 else None
