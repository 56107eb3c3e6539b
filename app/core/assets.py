"""Static files with their content in the address, so that a browser may keep them for ever."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, request, url_for
from werkzeug.wrappers import Response

FOLDER = Path(__file__).parent.parent / "static"


@cache
def _content_hash(path: str, _changed: float) -> str:
    return hashlib.sha256((FOLDER / path).read_bytes()).hexdigest()[:12]


def asset(path: str) -> str:
    """The address of a file in static/; it changes when the file does."""
    return url_for("static", filename=path, v=_content_hash(path, (FOLDER / path).stat().st_mtime))


def init_app(app: Flask) -> None:
    app.jinja_env.globals["asset"] = asset

    @app.after_request
    def keep(response: Response) -> Response:
        if request.endpoint == "static" and request.args.get("v"):
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
