"""Who may open, answer and close a hearing, and who may note what was told."""

from __future__ import annotations

from app.core.access import rule
from app.core.clock import today
from app.core.languages import lazy
from app.goals.models import Goal, Status
from app.goals.policy import answers_for
from app.hearings.models import Briefing, Hearing
from app.organisation.models import Side
from app.organisation.standing import standing_of
from app.people.models import User


@rule(lazy("Only the safety organisation and those who answer for the goal can open a hearing, until it is retired."))
def may_open(user: User, goal: Goal) -> bool:
    return goal.status is not Status.RETIRED and answers_for(user, goal)


@rule(lazy("Only those who sit on a side of the committee can answer, until the deadline."))
def may_answer(user: User, hearing: Hearing) -> bool:
    return is_alive(hearing) and hearing.takes_answers(today()) and own_side(user, hearing) is not None


@rule(lazy("Only the chair, vice chair and secretary of the committee can record answers from a meeting."))
def may_record(user: User, hearing: Hearing) -> bool:
    return is_alive(hearing) and keeps(user, hearing)


@rule(
    lazy(
        "Only the chair, vice chair and secretary of the committee can close a hearing; after the deadline those who "
        "answer for the goal can as well."
    )
)
def may_close(user: User, hearing: Hearing) -> bool:
    if not hearing.is_open:
        return False
    return keeps(user, hearing) or (not hearing.takes_answers(today()) and answers_for(user, hearing.goal))


@rule(lazy("Only those who answer for the goal can withdraw a hearing, until a side has answered."))
def may_withdraw(user: User, hearing: Hearing) -> bool:
    return hearing.is_open and not hearing.answers and answers_for(user, hearing.goal)


@rule(lazy("Only the safety organisation and those who answer for the goal can note what was told."))
def may_brief(user: User, goal: Goal) -> bool:
    return goal.status is not Status.RETIRED and answers_for(user, goal)


@rule(lazy("Only the safety organisation and those who answer for the goal can revise what was told."))
def may_revise_briefing(user: User, briefing: Briefing) -> bool:
    return may_brief(user, briefing.goal)


def is_alive(hearing: Hearing) -> bool:
    """Whether it is open and its goal has not retired meanwhile."""
    return hearing.is_open and hearing.goal.status is not Status.RETIRED


def own_side(user: User, hearing: Hearing) -> Side | None:
    """The side of the hearing's committee that the person sits on; None for none."""
    return standing_of(user).side_in(hearing.committee_id) if hearing.committee_id else None


def keeps(user: User, hearing: Hearing) -> bool:
    """Whether the person is chair, vice chair or secretary of the hearing's committee."""
    return standing_of(user).keeps(hearing.committee_id)
