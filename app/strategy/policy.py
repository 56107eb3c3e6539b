"""Who keeps the objectives."""

from __future__ import annotations

from typing import Any

from app.core.access import rule
from app.core.languages import lazy
from app.organisation.standing import standing_of
from app.people.models import Role, User


@rule(lazy("Only the safety organisation and those who lead the whole organisation can keep the objectives."))
def may_keep(user: User, *_things: Any) -> bool:
    leads_all = any(path.count("/") <= TOP_LEVELS for path in standing_of(user).led_paths)
    return user.role is Role.SAFETY or (user.role is Role.MANAGER and leads_all)


# A path of one id, "/1/", is the organisation itself; of two, "/1/2/", the management right below it.
TOP_LEVELS = 3
