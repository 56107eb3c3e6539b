"""The keys of rows in addresses: whole numbers that either database can hold; any other address leads nowhere (404)."""

from __future__ import annotations

from typing import Any

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

HIGHEST = 2**31 - 1


class Key(IntegerConverter):
    def __init__(self, map: Map, **kwargs: Any) -> None:
        super().__init__(map, max=HIGHEST, **kwargs)


def is_key(text: str) -> bool:
    """Whether a text can be the key of a row."""
    return text.isascii() and text.isdecimal() and len(text) <= 10 and int(text) <= HIGHEST


def key(text: str) -> int:
    """The key that a query string holds. ValueError when it is none."""
    if not is_key(text):
        raise ValueError(text)
    return int(text)


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = Key
