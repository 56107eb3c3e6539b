"""Who plans and keeps meetings, and who puts something on their agendas."""

from __future__ import annotations

from app.core.access import rule
from app.core.languages import lazy
from app.meetings.models import BEFORE_IT, Meeting, Stage
from app.meetings.sight import belongs
from app.organisation.models import Committee, Side
from app.organisation.standing import standing_of
from app.people.models import User

KEEPERS = lazy(
    "Only the committee's chair, vice chair and secretary can do this; for the employees' own meeting, "
    "those on their side."
)


@rule(lazy("Only the committee's chair, vice chair and secretary can plan its meetings."))
def may_plan(user: User, committee: Committee) -> bool:
    return committee.closed_on is None and standing_of(user).keeps(committee.id)


@rule(lazy("Only those on the employees' side of the committee can plan their own meeting."))
def may_plan_pre_meeting(user: User, committee: Committee) -> bool:
    return committee.closed_on is None and standing_of(user).side_in(committee.id) is Side.EMPLOYEES


@rule(KEEPERS)
def may_keep(user: User, meeting: Meeting, *_things: object) -> bool:
    return keeps(user, meeting) and not meeting.is_locked


@rule(lazy("Only those who keep the meeting can prepare it, and only until it begins."))
def may_prepare(user: User, meeting: Meeting, *_things: object) -> bool:
    return keeps(user, meeting) and meeting.stage in BEFORE_IT


@rule(lazy("Only those who keep the meeting can call it, and only once."))
def may_call(user: User, meeting: Meeting) -> bool:
    return keeps(user, meeting) and meeting.stage is Stage.PLANNED


@rule(lazy("Only those who were called to the meeting can say that they can't come, and only before it begins."))
def may_regret(user: User, meeting: Meeting) -> bool:
    own = next((row for row in meeting.attendances if row.user_id == user.id), None)
    return meeting.stage is Stage.CALLED and own is not None and not own.sent_regrets


def keeps(user: User, meeting: Meeting) -> bool:
    """Whether the person keeps that meeting: of the committee's own keepers, or any of the side whose own it is."""
    return belongs(user, meeting) if meeting.is_private else standing_of(user).keeps(meeting.committee_id)
