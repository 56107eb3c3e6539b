"""The list of accounts."""

from __future__ import annotations

from app.core.db import sorted_danish
from app.core.languages import lazy
from app.core.listing import Column, Filter, Listing, labels_as_options
from app.people.labels import ROLES
from app.people.models import Role, User

PEOPLE = Listing(
    name="people",
    columns=(
        Column("name", lazy("Name"), lambda user: user.name, sort=lambda: sorted_danish(User.name), heads_row=True,
               show="people/_cells.html:name"),
        Column("email", lazy("E-mail"), lambda user: user.email, sort=User.email),
        Column("role", lazy("Role"), lambda user: ROLES[user.role], sort=User.role),
        Column("closed_on", lazy("Closed on"), lambda user: user.closed_on, sort=User.closed_on),
    ),
    filters=(
        Filter("role", lazy("Role"), labels_as_options(ROLES), lambda value: User.role == Role(value)),
        Filter(
            "state", lazy("Account"), lambda: [("open", lazy("Open")), ("closed", lazy("Closed"))],
            lambda value: User.closed_on.is_(None) if value == "open" else User.closed_on.is_not(None),
        ),
    ),
    default_sort="name",
    key=User.id,
)  # fmt: skip
