"""Who records what comes out of a meeting."""

from __future__ import annotations

from app.core.access import rule
from app.core.languages import lazy
from app.decisions.models import Outcome, OutcomeKind
from app.goals.models import Status
from app.meetings.models import Item, ItemQuestion, ItemState, Origin, Stage
from app.meetings.policy import keeps
from app.organisation.models import Committee
from app.people.models import User

WORDS_ONLY = frozenset({OutcomeKind.NOTED, OutcomeKind.DECIDED})
RECORDED_IN = frozenset({Stage.IN_SESSION, Stage.MINUTES_OUT})


@rule(lazy("Only those who keep the meeting can record what comes out of it, from its opening until the minutes are "
           "approved."))  # fmt: skip
def may_record(user: User, item: Item) -> bool:
    return item.meeting is not None and keeps(user, item.meeting) and item.meeting.stage in RECORDED_IN


@rule(lazy("Only those who keep the meeting can record a decision on a goal, and only of a goal in its area "
           "that is not retired, on an item that is not confidential."))  # fmt: skip
def may_decide(user: User, item: Item) -> bool:
    return may_record(user, item) and is_decidable(item)


@rule(lazy("Only those who keep the meeting can lift an item, and only where there is a committee above."))
def may_lift(user: User, item: Item) -> bool:
    is_private = item.meeting is not None and item.meeting.is_private
    has_above = item.committee.parent_id is not None
    return may_record(user, item) and has_above and not is_private and item.state is not ItemState.CARRIED


@rule(lazy("Only those who keep the meeting can answer, and only an item that another committee has lifted."))
def may_answer(user: User, item: Item) -> bool:
    return may_record(user, item) and item.asked_by_id is not None and item.origin is Origin.LIFTED


@rule(lazy("Only those who keep the meeting can write down what was answered, from its opening until the minutes are "
           "approved."))  # fmt: skip
def may_answer_question(user: User, asked: ItemQuestion) -> bool:
    return may_record(user, asked.item)


@rule(lazy("Only those who keep the meeting can carry an item over, and only while it is not treated."))
def may_carry(user: User, item: Item) -> bool:
    is_private = item.meeting is not None and item.meeting.is_private
    return may_record(user, item) and item.state is ItemState.OPEN and not is_private


@rule(lazy("Only those who keep the meeting can put the words of its minutes right, until they are approved."))
def may_reword(user: User, outcome: Outcome) -> bool:
    return may_record(user, outcome.item)


@rule(lazy("Only those who keep the meeting can take words back, and only what did no more than stand in the minutes."))
def may_withdraw(user: User, outcome: Outcome) -> bool:
    return may_record(user, outcome.item) and outcome.kind in WORDS_ONLY


def is_decidable(item: Item) -> bool:
    """Whether something can be decided on the item's goal. What changes a goal is for everybody to see, so neither a
    confidential item nor the employees' own meeting can do it."""
    goal, meeting = item.goal, item.meeting
    if goal is None or meeting is None or goal.status is Status.RETIRED:
        return False
    return not item.is_kept_back and not meeting.is_private and lies_in(item.committee, item)


def lies_in(committee: Committee, item: Item) -> bool:
    """Whether the item's goal lies in the committee's area."""
    unit = item.goal.unit if item.goal is not None else None
    return unit is not None and any(unit.lies_under(area.unit.path) for area in committee.areas)
