"""Who may open, follow and close a round, who may cast a ballot, and who records what was agreed."""

from __future__ import annotations

from app.balances.policy import may_record_agreement
from app.core.access import rule
from app.core.clock import today
from app.core.languages import lazy
from app.organisation.models import Committee
from app.organisation.standing import standing_of
from app.people.models import User
from app.soundings.models import Sounding


@rule(lazy("Only those who sit in the committee can see its soundings."))
def may_follow(user: User, committee: Committee) -> bool:
    return any(seat.committee_id == committee.id for seat in standing_of(user).seats)


@rule(lazy("Only the committee's chair, vice chair and secretary can open a sounding."))
def may_open(user: User, committee: Committee) -> bool:
    return standing_of(user).keeps(committee.id)


@rule(lazy("Only the committee's chair, vice chair and secretary can close a sounding."))
def may_close(user: User, sounding: Sounding) -> bool:
    return standing_of(user).keeps(sounding.committee_id)


@rule(lazy("Only those who sat on a side of the committee when the sounding opened, and still do, can cast a ballot, "
           "and only while it is open."))  # fmt: skip
def may_cast(user: User, sounding: Sounding) -> bool:
    is_invited = any(one.user_id == user.id for one in sounding.invitees)
    still_sits = standing_of(user).side_in(sounding.committee_id) is not None
    return is_invited and still_sits and sounding.takes_ballots(today())


@rule(lazy("Only the committee's chair, vice chair and secretary can record what it agrees on, once the sounding is "
           "closed, and only as long as the committee covers the goal and the goal is not retired."))  # fmt: skip
def may_agree(user: User, sounding: Sounding) -> bool:
    is_free = sounding.goal is None or may_record_agreement(user, sounding.goal)
    return sounding.is_closed and is_free and standing_of(user).keeps(sounding.committee_id)
