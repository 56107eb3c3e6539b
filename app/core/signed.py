"""Links that prove themselves: a value signed with the installation's key, for one purpose, without an end."""

from __future__ import annotations

from typing import Any

from flask import current_app
from itsdangerous import BadData, URLSafeSerializer


def sign(purpose: str, value: Any) -> str:
    return str(_serializer(purpose).dumps(value))


def signed(purpose: str, token: str) -> Any:
    """The value that a token holds; None when it is not ours or was made for something else."""
    try:
        return _serializer(purpose).loads(token)
    except BadData:
        return None


def _serializer(purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=purpose)
