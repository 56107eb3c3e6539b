"""Who keeps the organisation."""

from __future__ import annotations

from typing import Any

from app.core.access import rule
from app.core.languages import lazy
from app.people.models import Role, User


@rule(lazy("Only the safety organisation and administrators can keep units, committees and seats."))
def may_keep(user: User, *_things: Any) -> bool:
    return user.role in {Role.SAFETY, Role.ADMINISTRATOR}


@rule(lazy("Only the safety organisation and administrators can change the settings."))
def may_set(user: User, *_things: Any) -> bool:
    return user.role in {Role.SAFETY, Role.ADMINISTRATOR}


@rule(lazy("Only the safety organisation can change what we mean by a performance goal."))
def may_define(user: User, *_things: Any) -> bool:
    return user.role is Role.SAFETY
