"""Whom one can be in the demo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.core.languages import language
from app.demo.reading import read_cast
from app.people.labels import ROLES
from app.people.queries import find_by_email


@dataclass(frozen=True)
class Member:
    """A person of the cast, with one sentence on what they can do, in the reader's language."""

    id: int
    name: str
    email: str
    role: Any
    sentence: str


def the_cast() -> list[Member]:
    """The cast in its order on the sign-in page; those who have no open account are left out."""
    found = [(find_by_email(person["email"]), person[language()]) for person in read_cast()]
    return [
        Member(user.id, user.name, user.email, ROLES[user.role], sentence)
        for user, sentence in found
        if user is not None and user.is_active
    ]
