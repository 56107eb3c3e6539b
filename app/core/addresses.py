"""Addresses that people bring along: used only where they are pages of ours."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import request


def own(address: str) -> str:
    """The path and query of an address that leads to a page of ours; '' for every other."""
    try:
        parts = urlsplit(address)
        foreign = parts.netloc not in {"", request.host} or (parts.scheme and parts.scheme not in {"http", "https"})
    except ValueError:
        return ""
    path = parts.path
    if foreign or not path.startswith("/") or path.startswith("//") or "\\" in address or not address.isprintable():
        return ""
    return f"{path}?{parts.query}" if parts.query else path


def came_from() -> str:
    """The page of ours on which the person was before; '' where their browser does not say."""
    return own(request.referrer or "")
