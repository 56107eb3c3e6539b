"""Telling the browser which of the texts that it kept are saved now, so that it can let them go.

A form that keeps its text sends the text's name as `_draft`. A form that was saved ends in a redirect: its name is then
said on the next page, in `data-saved`. After every other answer the browser keeps what was typed.
"""

from __future__ import annotations

import re

from flask import Flask, g, request, session
from werkzeug.wrappers import Response

NAME = re.compile(r"[a-z0-9-]{1,80}")
SAID = "saved_drafts"
MOST = 20


def init_app(app: Flask) -> None:
    app.jinja_env.globals["saved_drafts"] = lambda: " ".join(session.pop(SAID, []))

    @app.after_request
    def note_what_was_saved(response: Response) -> Response:
        if request.method == "POST" and response.status_code in {302, 303} and not g.get("nothing_saved"):
            name = request.form.get("_draft", "")
            if NAME.fullmatch(name):
                session[SAID] = [*session.get(SAID, []), name][-MOST:]
        return response


def nothing_saved() -> None:
    """Say that the redirect which this request ends in saved nothing: it leads to the sign-in page."""
    g.nothing_saved = True
