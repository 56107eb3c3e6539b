"""Who may do what to accounts."""

from __future__ import annotations

from app.core.access import rule
from app.core.languages import lazy
from app.people.models import Role, User


@rule(lazy("Only an administrator can add accounts."))
def may_add_user(user: User) -> bool:
    return user.role is Role.ADMINISTRATOR


@rule(lazy("Only an administrator can change or close other people's accounts."))
def may_revise_user(user: User, _other: User) -> bool:
    return user.role is Role.ADMINISTRATOR


@rule(lazy("Only an administrator and the safety organisation can see the list of accounts."))
def may_see_users(user: User) -> bool:
    return user.role in {Role.ADMINISTRATOR, Role.SAFETY}
