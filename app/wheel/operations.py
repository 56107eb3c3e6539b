"""The verbs on yearly duties and calendar links."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from app.core.clock import now, today
from app.core.db import session
from app.core.operation import Stale, check_version, operation, record
from app.organisation.models import Committee
from app.people.models import User
from app.wheel.models import CalendarLink, YearlyDuty
from app.wheel.yearly import Duty

SECRET_BYTES = 32
ENDING = 4  # letters that are kept, to tell one link from another


@operation("yearly_duty.added")
def add_duty(*, by: User, committee_id: int | None, **said: Any) -> YearlyDuty:
    """Add a duty of everybody (no committee) or of one committee."""
    row = YearlyDuty(committee_id=committee_id, **said)
    session().add(row)
    record("yearly_duty.added", row, by=by)
    return row


@operation("yearly_duty.revised")
def revise_duty(duty: Duty, *, by: User, version: int | None = None, **said: Any) -> YearlyDuty:
    """Change a duty. One that comes with the program gets its row now; where its title or note stay as they came, they
    go on being said in each reader's language."""
    row = _row(duty, version)
    if duty.row is None or duty.row.key:
        said = {name: "" if said.get(name) == str(getattr(duty, name)) and not _own(duty, name) else value
                for name, value in said.items()}  # fmt: skip
    for name, value in said.items():
        setattr(row, name, value)
    record("yearly_duty.revised", row, by=by)
    return row


def _own(duty: Duty, name: str) -> bool:
    """Whether the organisation has given that field words of its own."""
    return duty.row is not None and bool(getattr(duty.row, name))


@operation("yearly_duty.ended")
def end_duty(duty: Duty, *, by: User) -> None:
    """From tomorrow on it is due no more; nothing happens where it has ended already."""
    if duty.ended_on is not None:
        return
    row = _row(duty, None)
    row.ended_on = today()
    record("yearly_duty.ended", row, by=by)


@operation("yearly_duty.resumed")
def resume_duty(duty: Duty, *, by: User) -> None:
    """It is due again."""
    row = _row(duty, None)
    if row.ended_on is None:
        return
    row.ended_on = None
    record("yearly_duty.resumed", row, by=by)


def _row(duty: Duty, version: int | None) -> YearlyDuty:
    """The row of a duty, made where there is none yet. Stale when somebody else changed it meanwhile."""
    if duty.row is not None:
        check_version(duty.row, version)
        return duty.row
    if version not in {None, duty.version}:
        raise Stale(duty)
    row = YearlyDuty(
        key=duty.name, title="", note="", month=duty.month, day=duty.day, every_years=duty.every_years,
        first_year=duty.first_year,
    )  # fmt: skip
    session().add(row)
    return row


@operation("calendar_link.made")
def make_link(*, by: User, committee: Committee | None = None) -> tuple[CalendarLink, str]:
    """(link, secret) for all that is the person's own, or for one committee. The secret is told here and never again:
    only its digest is kept."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    link = CalendarLink(
        user_id=by.id, committee=committee, digest=hashlib.sha256(secret.encode()).hexdigest(),
        ending=secret[-ENDING:], made_at=now(),
    )  # fmt: skip
    session().add(link)
    record("calendar_link.made", link, by=by)
    return link, secret


@operation("calendar_link.revoked")
def revoke_link(link: CalendarLink, *, by: User) -> None:
    """From now on the link leads nowhere."""
    if link.revoked_at is None:
        link.revoked_at = now()
        record("calendar_link.revoked", link, by=by)
