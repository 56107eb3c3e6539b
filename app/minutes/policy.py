"""Who sends out minutes, says something about them, and approves them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from app.core.access import rule
from app.core.clock import today
from app.core.languages import lazy
from app.meetings.models import Meeting, Stage
from app.meetings.policy import keeps
from app.meetings.sight import belongs
from app.minutes.models import Remark, Statement
from app.organisation.models import Function, Side
from app.organisation.standing import standing_of
from app.people.models import User

WRITTEN_IN = frozenset({Stage.IN_SESSION, Stage.MINUTES_OUT})
APPROVING = frozenset({Function.CHAIR, Function.VICE_CHAIR})


@rule(lazy("Only those who keep the meeting can send out its minutes, and only once."))
def may_send_out(user: User, meeting: Meeting) -> bool:
    return keeps(user, meeting) and meeting.stage is Stage.IN_SESSION


@rule(lazy("Only those who keep the meeting write what the colleagues are told, until the minutes are approved."))
def may_tell(user: User, meeting: Meeting) -> bool:
    return keeps(user, meeting) and meeting.stage in WRITTEN_IN


@rule(lazy("Only those who sit in the committee can have a statement minuted, from the opening of the meeting until "
           "its minutes are approved."))  # fmt: skip
def may_state(user: User, meeting: Meeting) -> bool:
    return belongs(user, meeting) and meeting.stage in WRITTEN_IN and not meeting.is_private


@rule(lazy("Only who made a statement can take it back, until the minutes are approved."))
def may_unsay(user: User, statement: Statement) -> bool:
    return statement.made_by_id == user.id and statement.meeting.stage in WRITTEN_IN


@rule(lazy("Only those who sit in the committee can make a remark to its minutes, and only until the deadline."))
def may_remark(user: User, meeting: Meeting) -> bool:
    is_open = meeting.stage is Stage.MINUTES_OUT and meeting.remarks_by is not None and today() <= meeting.remarks_by
    return belongs(user, meeting) and is_open


@rule(lazy("Only those who keep the meeting can settle a remark, and only until the minutes are approved."))
def may_settle(user: User, remark: Remark) -> bool:
    is_out = remark.meeting.stage is Stage.MINUTES_OUT
    return keeps(user, remark.meeting) and is_out and remark.settled_at is None


@rule(lazy("The chair and the vice chair approve minutes that are sent out, one for each side. Where a side has "
           "neither, one of its members does."))  # fmt: skip
def may_approve(user: User, meeting: Meeting) -> bool:
    return meeting.stage is Stage.MINUTES_OUT and not meeting.is_private and approving_side(user, meeting) is not None


@rule(lazy("Only those who keep the meeting can add to its approved minutes."))
def may_add_to(user: User, meeting: Meeting) -> bool:
    return keeps(user, meeting) and meeting.stage is Stage.APPROVED


def approving_side(user: User, meeting: Meeting) -> Side | None:
    """The side for which a person approves: that of their seat as chair or vice chair, or of any seat where nobody of
    that side is either."""
    filled = [seat for seat in meeting.committee.seats if seat.user_id is not None and seat.is_current(today())]
    led = led_sides(filled)
    seats = [seat for seat in standing_of(user).seats if seat.committee_id == meeting.committee_id]
    return next((seat.side for seat in seats if speaks(seat, led)), None)


class Sat(Protocol):
    """A seat, in whatever form, of somebody who sits there."""

    @property
    def side(self) -> Side | None: ...
    @property
    def function(self) -> Function: ...


def led_sides(seats: Iterable[Sat]) -> set[Side]:
    """The sides of a committee from which its chair or vice chair comes."""
    return {seat.side for seat in seats if seat.side is not None and seat.function in APPROVING}


def speaks(seat: Sat, led: Collection[Side]) -> bool:
    """Whether who holds the seat approves for its side."""
    return seat.side is not None and (seat.function in APPROVING or seat.side not in led)
