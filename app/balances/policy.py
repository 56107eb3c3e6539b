"""Who may read the balances of a goal, and of a committee's whole practice."""

from __future__ import annotations

from app.balances.chairs import records_for, seats_that_record, seats_with_side
from app.core.access import rule
from app.core.languages import lazy
from app.goals.models import Goal, Status
from app.goals.policy import may_revise
from app.organisation.models import Committee
from app.organisation.standing import standing_of
from app.people.models import User


@rule(lazy("Only those who can revise the goal can read its balances, until it is retired."))
def may_read_balances(user: User, goal: Goal) -> bool:
    return may_revise(user, goal)


@rule(lazy("Only those who sit on a side of a committee that covers the goal's unit can read it for their side, "
           "until it is retired."))  # fmt: skip
def may_read_for_side(user: User, goal: Goal) -> bool:
    return goal.status is not Status.RETIRED and bool(seats_with_side(standing_of(user), goal.unit))


@rule(lazy("Only chair, vice chair and secretary of a committee that covers the goal's unit can record what it agreed "
           "on, until the goal is retired."))  # fmt: skip
def may_record_agreement(user: User, goal: Goal) -> bool:
    return goal.status is not Status.RETIRED and bool(seats_that_record(standing_of(user), goal.unit))


@rule(lazy("Only those who sit on a side of the committee can read its practice for their side."))
def may_read_practice_for_side(user: User, committee: Committee) -> bool:
    return standing_of(user).side_in(committee.id) is not None


@rule(lazy("Only the committee's chair, vice chair and secretary can record what it agreed on."))
def may_record_practice_agreement(user: User, committee: Committee) -> bool:
    return records_for(standing_of(user), committee.id)
