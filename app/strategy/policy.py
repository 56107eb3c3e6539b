"""Who keeps the objectives."""

from __future__ import annotations

from typing import Any

from app.core.access import rule
from app.core.languages import lazy
from app.organisation.standing import standing_of
from app.people.models import Role, User


@rule(lazy("Only the safety organisation and those who lead the whole organisation can keep the objectives."))
def may_keep(user: User, *_things: Any) -> bool:
    return user.role is Role.SAFETY or standing_of(user).leads_all
