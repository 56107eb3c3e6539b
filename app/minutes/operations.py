"""The verbs on minutes: send them out, say something about them, approve and lock them, add to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from app.core.clock import now, today
from app.core.db import lock, session
from app.core.operation import check_version, count_up, operation, record
from app.core.settings import setting
from app.decisions.operations import publish_decisions
from app.meetings.models import Item, Meeting, Stage
from app.meetings.notices import tell_circle
from app.meetings.queries import circle_now, keepers_of
from app.meetings.sight import circle_of, circle_of_item, circle_of_record
from app.minutes import queries
from app.minutes.content import digest
from app.minutes.models import FALLEN, Addendum, Approval, LockedMinutes, Remark, Statement
from app.organisation.models import Side
from app.organisation.standing import audience_key
from app.people.models import User


class NotNow(ValueError):
    """As the minutes stand, this can't be done with them."""


class Changed(ValueError):
    """The minutes have changed since the person read them."""


class Unsettled(ValueError):
    """A remark to the minutes waits, so that they can't be locked yet."""


@operation("minutes.sent_out", "outcome.published")
def send_out_minutes(meeting: Meeting, *, by: User, remarks_by: date | None = None) -> None:
    """End the meeting and send out its minutes, for everybody to read; remarks are taken until a day."""
    _stands(meeting, Stage.IN_SESSION)
    meeting.stage, meeting.minutes_out_at = Stage.MINUTES_OUT, now()
    meeting.remarks_by = remarks_by or today() + timedelta(days=setting("remark_days"))
    record("minutes.sent_out", meeting, by=by, audience=circle_of(meeting))
    publish_decisions(meeting, by=by)
    count_up(meeting, "pulse")
    tell_circle(meeting, "minutes.sent_out", circle_now(meeting), by=by)


@operation("minutes.told")
def tell_colleagues(meeting: Meeting, *, by: User, words: str, version: int | None = None) -> bool:
    """Write what all staff are told of the meeting; whether that changed anything. What was written before the minutes
    are out is the committee's own draft, in the history too. Stale where somebody else has changed the meeting
    meanwhile, unless it says the same."""
    _stands(meeting, Stage.IN_SESSION, Stage.MINUTES_OUT)
    if meeting.tell_colleagues == words:
        return False
    check_version(meeting, version)
    meeting.tell_colleagues = words
    audience = circle_of(meeting) if meeting.minutes_are_out else _members(meeting)
    record("minutes.told", meeting, by=by, audience=audience)
    return True


@operation("minutes.stated")
def make_statement(meeting: Meeting, item: Item, *, by: User, words: str, on_behalf_of: str = "") -> Statement:
    """Have a statement minuted in one's own words."""
    _stands(meeting, Stage.IN_SESSION, Stage.MINUTES_OUT)
    made = Statement(meeting_id=meeting.id, item=item, made_by_id=by.id, words=words, on_behalf_of=on_behalf_of)
    session().add(made)
    session().flush()
    record("minutes.stated", made, by=by, about=meeting, audience=circle_of_record(item))
    count_up(meeting, "pulse")
    return made


@operation("minutes.unsaid")
def withdraw_statement(meeting: Meeting, statement: Statement, *, by: User) -> None:
    _stands(meeting, Stage.IN_SESSION, Stage.MINUTES_OUT)
    statement.withdrawn_at = now()
    record("minutes.unsaid", statement, by=by, about=meeting, audience=circle_of_record(statement.item))


@operation("minutes.remarked")
def make_remark(meeting: Meeting, *, by: User, words: str, item: Item | None = None) -> Remark:
    """Ask for something in the minutes to be put right. Only the committee reads it."""
    _stands(meeting, Stage.MINUTES_OUT)
    made = Remark(meeting_id=meeting.id, item_id=item.id if item else None, made_by_id=by.id, words=words)
    session().add(made)
    session().flush()
    record("minutes.remarked", made, by=by, about=meeting, audience=_members(meeting))
    tell_circle(meeting, "minutes.remarked", keepers_of(meeting), by=by)
    return made


@operation("minutes.settled")
def settle_remark(meeting: Meeting, remark: Remark, *, by: User, words: str) -> None:
    """Say what became of a remark; its maker is told."""
    _stands(meeting, Stage.MINUTES_OUT)
    if remark.settled_at is not None:
        raise NotNow(remark)
    remark.settled_at, remark.settled_by_id, remark.settled_words = now(), by.id, words
    record("minutes.settled", remark, by=by, about=meeting, audience=_members(meeting))
    tell_circle(meeting, "minutes.settled", {remark.made_by_id}, by=by)


@operation("minutes.approved", "minutes.locked")
def approve_minutes(meeting: Meeting, *, by: User, side: Side, seen: str) -> bool:
    """Approve the minutes for a side; whether they are locked by that. Changed where they are no longer what `seen` is
    the checksum of. An approval of what they said before is none: both sides must have approved the same text.
    Unsettled where that would lock them over a remark of which nobody has said what becomes of it."""
    lock(f"minutes:{meeting.id}")
    _stands(meeting, Stage.MINUTES_OUT)
    content = queries.content_in_danish(meeting)
    mark = digest(content)
    if seen != mark:
        raise Changed(meeting)
    given = dict(queries.approvals_of(meeting))
    if side in given:
        session().delete(given.pop(side))
        session().flush()
    session().add(Approval(meeting_id=meeting.id, side=side, digest=mark, given_by_id=by.id))
    record("minutes.approved", meeting, by=by, audience=circle_of(meeting), side=side)
    is_whole = any(other is not side and one.digest == mark for other, one in given.items())
    if is_whole and queries.unsettled(meeting):
        raise Unsettled(meeting)
    if is_whole:
        _lock(meeting, content, mark, by)
    else:
        tell_circle(meeting, "minutes.to_approve", keepers_of(meeting), by=by)
    return is_whole


@operation("minutes.approval_fell")
def drop_approvals(meetings: Sequence[Meeting]) -> int:
    """Let the approvals of minutes fall that have changed since, and tell who gave them; how many."""
    meeting_of = {meeting.id: meeting for meeting in meetings}
    fallen = [one for one, holds in queries.standing_approvals(meetings) if not holds]
    for one in fallen:
        meeting, one.digest = meeting_of[one.meeting_id], FALLEN
        record("minutes.approval_fell", meeting, by=None, audience=_members(meeting))
        tell_circle(meeting, "minutes.approval_fell", {one.given_by_id}, by=None)
    return len(fallen)


def _lock(meeting: Meeting, content: dict[str, object], mark: str, by: User) -> None:
    meeting.stage, meeting.approved_at = Stage.APPROVED, now()
    session().add(LockedMinutes(meeting_id=meeting.id, content=content, digest=mark))
    record("minutes.locked", meeting, by=by, audience=circle_of(meeting), digest=mark)
    tell_circle(meeting, "minutes.locked", circle_now(meeting), by=by)


@operation("minutes.added_to")
def add_addendum(meeting: Meeting, *, by: User, words: str, item: Item | None = None) -> Addendum:
    """Add to approved minutes; what they said stays as it was."""
    _stands(meeting, Stage.APPROVED)
    made = Addendum(meeting_id=meeting.id, item_id=item.id if item else None, words=words, added_by_id=by.id)
    session().add(made)
    session().flush()
    audience = circle_of_item(item) if item is not None else circle_of(meeting)
    record("minutes.added_to", made, by=by, about=meeting, audience=audience)
    tell_circle(meeting, "minutes.added_to", circle_now(meeting), by=by)
    return made


def _members(meeting: Meeting) -> str:
    return circle_of(meeting) or audience_key(meeting.committee_id)


def _stands(meeting: Meeting, *stages: Stage) -> None:
    if meeting.stage not in stages:
        raise NotNow(meeting.stage)
