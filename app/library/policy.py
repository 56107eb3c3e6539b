"""Who keeps the library of gains and strains."""

from __future__ import annotations

from typing import Any

from app.core.access import rule
from app.core.languages import lazy
from app.people.models import Role, User


@rule(lazy("Only the safety organisation can keep the library of gains and strains."))
def may_keep_library(user: User, *_things: Any) -> bool:
    return user.role is Role.SAFETY
