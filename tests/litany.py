"""What holds for every view: asked in one line by each view's test file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.core.access import SENTENCES
from tests.page import Browser

Pages = Callable[..., Browser]


def asks_strangers_to_sign_in(page: Pages, path: str, method: str = "GET") -> None:
    """A stranger is led to the sign-in page, and from there back to where they were going."""
    answer = page().post(path) if method == "POST" else page().get(path)
    assert answer.status_code == 302
    assert answer.location.startswith("/sign-in?next=")


def hidden_from(page: Pages, path: str, *users: Any, method: str = "GET") -> None:
    """For these people the page does not exist."""
    for user in users:
        answer = page(user).post(path) if method == "POST" else page(user).get(path)
        assert answer.status_code == 404, f"{user.name} got {answer.status_code}"


def forbidden_for(page: Pages, path: str, *users: Any, method: str = "GET") -> None:
    """These people see the thing but may not do this; the page says who can."""
    for user in users:
        answer = page(user).post(path) if method == "POST" else page(user).get(path)
        assert answer.status_code == 403, f"{user.name} got {answer.status_code}"
        sentences = [sentence._args[0] for sentence in SENTENCES.values()]  # as the cast reads them, in English
        assert any(sentence in answer.words for sentence in sentences), "the page does not say who can"


def refuses(page: Pages, path: str, user: Any, method: str) -> None:
    """The route does not know that method."""
    assert page(user).open(method, path).status_code == 405
