"""Who keeps the guide, and who leads a dialogue session."""

from __future__ import annotations

from typing import Any

from app.core.access import rule
from app.core.languages import lazy
from app.dialogue.models import DialogueSession, SessionQuestion
from app.goals.models import Goal, Status
from app.organisation.models import Committee
from app.organisation.standing import standing_of
from app.people.models import Role, User


@rule(lazy("Only the safety organisation can keep the guide of dialogue questions."))
def may_keep_guide(user: User, *_things: Any) -> bool:
    return user.role is Role.SAFETY


@rule(lazy("Only the committee's chair, vice chair and secretary can begin a dialogue."))
def may_start(user: User, committee: Committee) -> bool:
    return standing_of(user).keeps(committee.id)


@rule(lazy("Only the committee's chair, vice chair and secretary can lead a dialogue, and only until it is ended."))
def may_lead(user: User, one: DialogueSession) -> bool:
    return not one.is_ended and standing_of(user).keeps(one.committee_id)


@rule(lazy("Only the committee's chair, vice chair and secretary can write down what was answered, and only until the "
           "dialogue is ended."))  # fmt: skip
def may_answer(user: User, asked: SessionQuestion) -> bool:
    return may_lead(user, asked.session)


@rule(lazy("Only the committee's chair, vice chair and secretary can decide on a move, only until the dialogue is "
           "ended, and not on a goal that is a draft or retired."))  # fmt: skip
def may_decide(user: User, one: DialogueSession) -> bool:
    return may_lead(user, one) and (one.goal is None or is_open_to_all(one.goal))


@rule(lazy("Only the committee's chair, vice chair and secretary can take a dialogue up again."))
def may_reopen(user: User, one: DialogueSession) -> bool:
    return one.is_ended and standing_of(user).keeps(one.committee_id)


def is_open_to_all(goal: Goal) -> bool:
    """Whether everybody sees the goal and it still counts."""
    return goal.status in {Status.IN_HEARING, Status.IN_FORCE}
