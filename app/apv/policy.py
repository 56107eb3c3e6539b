"""Who may write about the process of a unit's workplace assessment."""

from __future__ import annotations

from app.core.access import rule
from app.core.languages import lazy
from app.organisation.models import Unit
from app.organisation.standing import standing_of
from app.people.models import Role, User


@rule(
    lazy(
        "Only the safety organisation, those who lead the unit, and representatives in a committee that covers it "
        "can write about its workplace assessment."
    )
)
def may_note(user: User, unit: Unit) -> bool:
    represents = user.role is Role.REPRESENTATIVE and standing_of(user).sits_over(unit)
    return user.role is Role.SAFETY or standing_of(user).leads(unit) or represents
