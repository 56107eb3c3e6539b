"""The verbs on soundings: open, cast, close, agree."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.balances.models import Reader, Reading
from app.balances.operations import read_balances, read_practice
from app.core.clock import today
from app.core.db import lock, session
from app.core.operation import check_version, operation, record
from app.core.secrecy import Unreadable, seal, unseal
from app.core.settings import setting
from app.goals.models import Goal, Status
from app.organisation.models import Committee
from app.organisation.standing import audience_key
from app.people.models import User
from app.soundings.ballots import Ballot, packed, unpacked
from app.soundings.models import Invitee, Sounding, Turnout, Urn
from app.soundings.notices import tell_invitees
from app.soundings.queries import SOUNDED, InTheWay, get_turnout, get_urn, in_the_way, mark_of, seated
from app.soundings.tally import as_plain, tally

Places = Mapping[str, int | None]
URN = "sounding urn"


class TooFew(ValueError):
    """So few sit on the committee's sides that the round could never show anything."""


class TooClose(ValueError):
    """Another round on the same is open or closed just now; `other` is an InTheWay."""

    def __init__(self, other: InTheWay) -> None:
        super().__init__(other)
        self.other = other


class TakesNoBallots(ValueError):
    """The round is over, or the person was not asked, or has left the committee."""


class EmptyBallot(ValueError):
    """A ballot that places nothing on any balance."""


class NotForEverybody(ValueError):
    """The goal is a draft, which only some see, or is retired."""


class TooEarly(ValueError):
    """The last day is not past, and fewer have taken part than it takes to close before."""


class StillOpen(ValueError):
    """What a committee agrees on comes after the round."""


class Retired(ValueError):
    """Nothing more is agreed on a goal that is retired."""


@operation("sounding.opened")
def open_sounding(
    committee: Committee, *, by: User, closes_on: date, goal: Goal | None = None, question: str = ""
) -> Sounding:
    """Ask those who sit on the committee's sides today. NotForEverybody, TooFew, or TooClose to another on the same."""
    lock("soundings")  # of all committees: two that overlap must not open on the same goal at once
    if goal is not None and goal.status not in SOUNDED:
        raise NotForEverybody(goal)
    group, minimum = seated(committee), setting("sounding_minimum")
    if len(group) < minimum:
        raise TooFew(committee)
    if (other := in_the_way(committee, goal, set(group), minimum)) is not None:
        raise TooClose(other)
    sounding = Sounding(
        committee=committee, goal=goal, question=question, minimum=minimum, opened_by_id=by.id, opened_on=today(),
        closes_on=closes_on,
    )  # fmt: skip
    sounding.invitees = [Invitee(user_id=key, side=group[key]) for key in sorted(group)]
    session().add(sounding)
    _record("sounding.opened", sounding, by)
    session().add_all([Turnout(sounding_id=sounding.id, marks=[]), _new_urn(sounding)])
    tell_invitees(sounding, "sounding.opened", by=by)
    return sounding


def _new_urn(sounding: Sounding) -> Urn:
    urn = Urn(sounding_id=sounding.id, held=0)
    _fill(urn, [])
    return urn


def _record(code: str, sounding: Sounding, by: User | None) -> None:
    record(
        code, sounding, by=by, about=sounding.about, audience=audience_key(sounding.committee.id),
        committee=sounding.committee.name,
    )  # fmt: skip


@operation(traceless="An event, a notice or a time for each ballot would tell whose it is.")
def cast_ballot(sounding: Sounding, *, by: User, places: Places) -> None:
    """Put a person's ballot into the urn; a second one of theirs changes nothing. TakesNoBallots, EmptyBallot."""
    lock(f"sounding:{sounding.id}")
    session().refresh(sounding, ["closed_on", "closed_by_id", "taken_part", "tally"])
    side = {one.user_id: one.side for one in sounding.invitees}.get(by.id)
    if side is None or not sounding.takes_ballots(today()) or by.id not in seated(sounding.committee):
        raise TakesNoBallots(sounding)
    ballot = Ballot.of(side, places)
    if ballot.is_empty:
        raise EmptyBallot(sounding)
    urn, turnout, mark = get_urn(sounding.id), get_turnout(sounding.id), mark_of(sounding.id, by.id)
    if mark in turnout.marks:
        return
    _fill(urn, [*_ballots_in(urn), ballot])
    turnout.marks = sorted([*turnout.marks, mark])


def _fill(urn: Urn, ballots: list[Ballot]) -> None:
    urn.held = len(ballots)
    urn.ballots = seal(URN, packed(ballots), place=_place(urn))


def _ballots_in(urn: Urn) -> list[Ballot]:
    return unpacked(unseal(URN, urn.ballots, place=_place(urn)))


def _place(urn: Urn) -> str:
    """A sealed urn opens only in its own round and with the number of ballots that it is said to hold."""
    return f"{urn.sounding_id}:{urn.held}"


@operation("sounding.closed")
def close_sounding(sounding: Sounding, *, by: User | None) -> bool:
    """Count the ballots, then let go of them and of who took part, for good. Of too few not even the number is kept.

    TooEarly before the last day is past, unless enough have taken part. Where the urn can't be read any more, since the
    server's key was changed, only the number is kept. False where somebody had closed it before."""
    lock(f"sounding:{sounding.id}")
    session().refresh(sounding, ["version", "closed_on", "closed_by_id", "taken_part", "tally"])
    if sounding.is_closed:
        return False
    urn, turnout = get_urn(sounding.id), get_turnout(sounding.id)
    if not sounding.can_close(urn.held, today()):
        raise TooEarly(sounding)
    sounding.closed_on, sounding.closed_by_id = today(), by.id if by else None
    if urn.held >= sounding.minimum:
        sounding.taken_part, sounding.tally = urn.held, as_plain(tally(_readable(urn), sounding.minimum))
    _record("sounding.closed", sounding, by)
    session().delete(urn)
    session().delete(turnout)
    tell_invitees(sounding, "sounding.closed", by=by)
    return True


def _readable(urn: Urn) -> list[Ballot]:
    try:
        return _ballots_in(urn)
    except Unreadable:
        return []


@operation("sounding.agreed", "balances.read", "balances.practice_read", "goal.placed")
def agree_on_sounding(
    sounding: Sounding,
    *,
    by: User,
    places: Places,
    wishes: Places | None = None,
    reasons: Mapping[str, str] | None = None,
    to_move: str = "",
    version: int | None = None,
) -> Reading:
    """Record where the committee agrees that it stands, and what it would take to move. StillOpen, or Retired."""
    check_version(sounding, version)
    if not sounding.is_closed:
        raise StillOpen(sounding)
    if sounding.goal is not None and sounding.goal.status is Status.RETIRED:
        raise Retired(sounding.goal)
    if sounding.goal is None:
        reading = read_practice(
            sounding.committee, by=by, reader=Reader.AGREED, places=places, wishes=wishes, reasons=reasons
        )
    else:
        reading = read_balances(
            sounding.goal, by=by, reader=Reader.AGREED, committee=sounding.committee, places=places, wishes=wishes,
            reasons=reasons,
        )  # fmt: skip
    session().flush()
    sounding.agreed, sounding.to_move = reading, to_move
    _record("sounding.agreed", sounding, by)
    return reading
