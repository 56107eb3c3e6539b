"""Finding rounds, who is asked, and the urn. Only those who sit in the committee see its rounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from app.core.clock import today
from app.core.db import session
from app.core.languages import gettext as _
from app.core.secrecy import mark
from app.core.settings import setting
from app.goals.models import Goal, Status
from app.goals.queries import TYPED_NUMBER, find_by_number
from app.goals.queries import visible_to as visible_goals
from app.organisation.models import Committee, CommitteeArea, Seat, Side, Unit
from app.organisation.queries import find_committee
from app.organisation.standing import standing_of
from app.organisation.viewers import holds_seat
from app.people.models import Role, User
from app.soundings.groups import tell_on_each_other
from app.soundings.models import Invitee, Sounding, Turnout, Urn

MOST = 100  # rounds in a list
SUGGESTED = 40
SOUNDED = frozenset({Status.IN_HEARING, Status.IN_FORCE})  # what everybody can see, since all are asked about it


def visible_to(user: User) -> sa.Select[Sounding]:
    """The rounds of the committees in which a person sits today, with what they are about."""
    seats = {seat.committee_id for seat in standing_of(user).seats}
    return _whole().where(Sounding.committee_id.in_(sorted(seats)))


def _whole() -> sa.Select[Sounding]:
    return sa.select(Sounding).options(
        joinedload(Sounding.committee), joinedload(Sounding.goal), joinedload(Sounding.opened_by),
        joinedload(Sounding.closed_by), joinedload(Sounding.agreed), selectinload(Sounding.invitees),
    )  # fmt: skip


def find_own_committee(user: User, *, committee_id: int) -> Committee | None:
    """A committee as one of those who sit in it sees it; None for everybody else."""
    if all(seat.committee_id != committee_id for seat in standing_of(user).seats):
        return None
    return find_committee(user, committee_id=committee_id)


def find_sounding(user: User, *, committee_id: int, sounding_id: int) -> Sounding | None:
    """A round, looked up inside its committee."""
    wanted = visible_to(user).where(Sounding.id == sounding_id, Sounding.committee_id == committee_id)
    return session().scalar(wanted)


def soundings_of(committee: Committee) -> list[Sounding]:
    """The latest rounds of a committee, open ones first, then the newest."""
    wanted = _whole().where(Sounding.committee_id == committee.id)
    return list(session().scalars(wanted.order_by(Sounding.closed_on.is_not(None), Sounding.id.desc()).limit(MOST)))


def ballot_count(sounding: Sounding) -> int:
    """How many ballots an open round holds; 0 for a closed one."""
    return session().scalar(sa.select(Urn.held).where(Urn.sounding_id == sounding.id)) or 0


def mark_of(sounding_id: int, user_id: int) -> str:
    """What stands for a person in the turnout of one round, and in no other."""
    return mark("sounding turnout", sounding_id, user_id)


def has_cast(user: User, sounding: Sounding) -> bool:
    """Whether that person has taken part. It is asked for one person at a time, and the answer kept nowhere."""
    return sounding.id in _cast_by(user.id, [sounding.id])


def _cast_by(user_id: int, sounding_ids: list[int]) -> set[int]:
    rows = session().scalars(sa.select(Turnout).where(Turnout.sounding_id.in_(sounding_ids)))
    return {row.sounding_id for row in rows if mark_of(row.sounding_id, user_id) in row.marks}


def get_urn(sounding_id: int) -> Urn:
    """The urn as it is now, whatever this session read before. To be called under the round's lock."""
    return session().get_one(Urn, sounding_id, populate_existing=True)


def get_turnout(sounding_id: int) -> Turnout:
    """The turnout as it is now, likewise."""
    return session().get_one(Turnout, sounding_id, populate_existing=True)


def seated(committee: Committee) -> dict[int, Side]:
    """Who sits on which side of a committee today, by key. Administrators and closed accounts are none of them."""
    wanted = (
        sa.select(Seat.user_id, Seat.side)
        .join(User, User.id == Seat.user_id)
        .where(
            Seat.committee_id == committee.id, Seat.side.is_not(None), holds_seat(Seat.user_id),
            User.role != Role.ADMINISTRATOR, User.closed_on.is_(None),
        )
        .order_by(Seat.id.desc())
    )  # fmt: skip
    return {key: side for key, side in session().execute(wanted) if key is not None and side is not None}


def same_subject(committee: Committee, goal: Goal | None) -> list[Sounding]:
    """The rounds on the same, open, or closed with a result within the pause: of all committees where it is a goal."""
    since = today() - timedelta(days=setting("sounding_pause"))
    lately = sa.and_(Sounding.closed_on > since, Sounding.taken_part.is_not(None))
    wanted = _whole().where(sa.or_(Sounding.closed_on.is_(None), lately)).order_by(Sounding.id.desc())
    if goal is None:
        wanted = wanted.where(Sounding.goal_id.is_(None), Sounding.committee_id == committee.id)
    return list(session().scalars(wanted if goal is None else wanted.where(Sounding.goal_id == goal.id)))


@dataclass(frozen=True)
class InTheWay:
    """A round for whose sake another on the same can't be opened now; `until` is when it can, None while it is open."""

    sounding: Sounding
    until: date | None


def in_the_way(committee: Committee, goal: Goal | None, group: set[int], minimum: int) -> InTheWay | None:
    """The round that forbids opening another: on the same in the same committee, or asked of nearly the same people."""
    for other in same_subject(committee, goal):
        others = {one.user_id for one in other.invitees}
        if other.committee_id == committee.id or tell_on_each_other(group, others, minimum):
            pause = timedelta(days=setting("sounding_pause"))
            return InTheWay(other, other.closed_on + pause if other.closed_on else None)
    return None


def overdue(day: date) -> list[int]:
    """The keys of the open rounds whose last day lies before that day."""
    wanted = sa.select(Sounding.id).where(Sounding.closed_on.is_(None), Sounding.closes_on < day)
    return list(session().scalars(wanted.order_by(Sounding.id)))


def get_sounding(sounding_id: int) -> Sounding | None:
    """A round by its key, for the program itself."""
    return session().scalar(_whole().where(Sounding.id == sounding_id))


def invitations(user: User | None, day: date) -> list[tuple[Sounding, int]]:
    """The rounds that take ballots on that day, each with one who is asked and still sits on a side.

    For everybody (None) it is all who are asked, for one person only rounds in which they have not taken part: a list
    over everybody must never tell who has."""
    wanted = (
        sa.select(Sounding, Invitee.user_id)
        .join(Invitee, Invitee.sounding_id == Sounding.id)
        .join(User, User.id == Invitee.user_id)
        .where(
            Sounding.closed_on.is_(None), Sounding.closes_on >= day, User.role != Role.ADMINISTRATOR,
            User.closed_on.is_(None), _still_sits(),
        )
        .options(joinedload(Sounding.committee), joinedload(Sounding.goal))
        .order_by(Sounding.closes_on, Sounding.id, Invitee.user_id)
    )  # fmt: skip
    if user is not None:
        wanted = wanted.where(Invitee.user_id == user.id)
    found = [(sounding, key) for sounding, key in session().execute(wanted)]
    if user is None:
        return found
    cast = _cast_by(user.id, [sounding.id for sounding, _key in found])
    return [(sounding, key) for sounding, key in found if sounding.id not in cast]


def _still_sits() -> sa.ColumnElement[bool]:
    sits = sa.select(Seat.id).join(Committee).where(
        Seat.committee_id == Sounding.committee_id, Seat.side.is_not(None), holds_seat(Invitee.user_id),
        Committee.closed_on.is_(None),
    )  # fmt: skip
    return sits.correlate(Sounding, Invitee).exists()


def goals_of(user: User, committee: Committee) -> sa.Select[Goal]:
    """The goals of a committee's area that it can sound, as far as the person can see them."""
    paths = sa.select(Unit.path).join(CommitteeArea).where(CommitteeArea.committee_id == committee.id)
    under = sa.or_(sa.false(), *(Unit.path.startswith(path, autoescape=True) for path in session().scalars(paths)))
    return visible_goals(user).join(Goal.unit).where(under, Goal.status.in_(SOUNDED)).order_by(Goal.number)


def suggested_goals(user: User, committee: Committee) -> list[str]:
    found = session().scalars(goals_of(user, committee).limit(SUGGESTED)).unique()
    return [f"{goal.code} {goal.title}" for goal in found]


def read_goal(user: User, committee: Committee, typed: str) -> tuple[int, str]:
    """(id, label) of the goal whose number was typed. ValueError says why the committee can't sound it."""
    match = TYPED_NUMBER.match(typed)
    goal = find_by_number(user, int(match[1])) if match else None
    if goal is None:
        raise ValueError(_("No goal has that number. Write it as in the register, such as M-0042."))
    if goal.status is Status.RETIRED:
        raise ValueError(_("%(code)s is retired. Choose another goal.", code=goal.code))
    if goal.status is Status.DRAFT:
        raise ValueError(_("%(code)s is a draft, which not everybody can see. Choose another goal.", code=goal.code))
    if not any(goal.unit.lies_under(area.unit.path) for area in committee.areas):
        raise ValueError(_("%(code)s lies outside the committee's area. Choose another goal.", code=goal.code))
    return goal.id, f"{goal.code} {goal.title}"
