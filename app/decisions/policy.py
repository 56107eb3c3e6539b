"""Who records what comes out of a meeting."""

from __future__ import annotations

from app.core.access import rule
from app.core.languages import lazy
from app.goals.models import Status
from app.meetings.models import Item, ItemState, Meeting, Origin, Stage
from app.meetings.policy import keeps
from app.organisation.models import Committee
from app.people.models import User

RECORDED_IN = frozenset({Stage.IN_SESSION, Stage.MINUTES_OUT})


@rule(lazy("Only those who keep the meeting can record what comes out of it, from its opening until the minutes are "
           "approved."))  # fmt: skip
def may_record(user: User, meeting: Meeting, *_things: object) -> bool:
    return keeps(user, meeting) and meeting.stage in RECORDED_IN


@rule(lazy("Only those who keep the meeting can record a decision on a goal, and only of a goal in its area "
           "that is not retired, on an item that is not confidential."))  # fmt: skip
def may_decide(user: User, meeting: Meeting, item: Item) -> bool:
    return may_record(user, meeting) and is_decidable(meeting, item)


@rule(lazy("Only those who keep the meeting can lift an item, and only where there is a committee above."))
def may_lift(user: User, meeting: Meeting, item: Item) -> bool:
    has_above = meeting.committee.parent_id is not None
    return may_record(user, meeting) and has_above and not meeting.is_private and item.state is not ItemState.CARRIED


@rule(lazy("Only those who keep the meeting can answer, and only an item that another committee has lifted."))
def may_answer(user: User, meeting: Meeting, item: Item) -> bool:
    return may_record(user, meeting) and item.asked_by_id is not None and item.origin is Origin.LIFTED


@rule(lazy("Only those who keep the meeting can carry an item over, and only while it is not treated."))
def may_carry(user: User, meeting: Meeting, item: Item) -> bool:
    return may_record(user, meeting) and item.state is ItemState.OPEN and not meeting.is_private


def is_decidable(meeting: Meeting, item: Item) -> bool:
    """Whether something can be decided on the item's goal. What changes a goal is for everybody to see, so neither a
    confidential item nor the employees' own meeting can do it."""
    goal = item.goal
    if goal is None or goal.status is Status.RETIRED or item.is_confidential or meeting.is_private:
        return False
    return lies_in(meeting.committee, item)


def lies_in(committee: Committee, item: Item) -> bool:
    """Whether the item's goal lies in the committee's area."""
    unit = item.goal.unit if item.goal is not None else None
    return unit is not None and any(unit.lies_under(area.unit.path) for area in committee.areas)
