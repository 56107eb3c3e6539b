"""Who keeps the yearly duties."""

from __future__ import annotations

from app.core.access import rule
from app.core.languages import lazy
from app.organisation.standing import KEEPING, standing_of
from app.people.models import Role, User
from app.wheel.yearly import Duty

WHO = lazy(
    "Only the safety organisation can change everybody's duties, and only a committee's chair, vice chair and "
    "secretary its own."
)


@rule(lazy("Only the safety organisation and those who keep a committee's meetings can add yearly duties."))
def may_add_duty(user: User, *_things: object) -> bool:
    return user.role is Role.SAFETY or any(seat.function in KEEPING for seat in standing_of(user).seats)


@rule(WHO)
def may_edit_duty(user: User, duty: Duty) -> bool:
    return duty.ended_on is None and keeps(user, duty)


@rule(WHO)
def may_end_duty(user: User, duty: Duty) -> bool:
    return keeps(user, duty)


@rule(WHO)
def may_resume_duty(user: User, duty: Duty) -> bool:
    return duty.ended_on is not None and keeps(user, duty)


def keeps(user: User, duty: Duty) -> bool:
    """Whether a duty is the person's to change: everybody's for the safety organisation, else for its keepers."""
    return user.role is Role.SAFETY if duty.committee is None else standing_of(user).keeps(duty.committee.id)
