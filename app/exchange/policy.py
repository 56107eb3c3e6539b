"""Who may take in files."""

from __future__ import annotations

from typing import Any

from app.core.access import rule
from app.core.languages import lazy
from app.people.models import Role, User


@rule(lazy("Only the safety organisation can import goals."))
def may_import(user: User, *_things: Any) -> bool:
    return user.role is Role.SAFETY
