"""What people see when something is wrong: one calm page, in plain words, with a number that is in the log."""

from __future__ import annotations

import logging
import re
import secrets
import traceback
from typing import Any

from flask import Flask, current_app, render_template, request
from flask_babel import force_locale
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import InterfaceError, OperationalError, StatementError
from werkzeug.exceptions import HTTPException

from app.core.access import SENTENCES, Forbidden, public
from app.core.addresses import came_from
from app.core.db import db
from app.core.languages import LANGUAGES, lazy
from app.core.languages import gettext as _
from app.core.migrations import is_current
from app.core.operation import Stale

log = logging.getLogger("pejling")
LONG_PART = re.compile(r"[\w.~-]{40,}")

PAGES: dict[int, tuple[Any, Any]] = {
    400: (lazy("That could not be understood"),
          lazy("Go back and try again. If it keeps happening, tell us the reference below.")),
    401: (lazy("Sign in first"), lazy("This page is for people with an account.")),
    403: (lazy("You don't have access to this"), lazy("Someone else has to do it.")),
    404: (lazy("Not found"), lazy("The address may be wrong, or the page is not meant for you.")),
    405: (lazy("That is not possible here"), lazy("Go back and use the buttons on the page.")),
    409: (lazy("Somebody else changed this meanwhile"),
          lazy("Open the page again to see what it says now. Nothing of theirs was lost.")),
    413: (lazy("The file is too large"), lazy("Send a smaller file, at most %(megabytes)s MB.")),
    429: (lazy("Too many tries"), lazy("Wait a little before you try again.")),
    500: (lazy("Something broke on our side"),
          lazy("Nothing was saved half. Try again, and tell us the reference below if it happens again.")),
    503: (lazy("The register can't reach its database"),
          lazy("It is not your fault. What you typed is still in your browser. Try again in a minute.")),
}  # fmt: skip


def reference() -> str:
    """A short number for one error, to be read out over the phone."""
    return secrets.token_hex(4).upper()


def page(status: int, detail: Any = None) -> tuple[str, int]:
    """The page for a status, with `detail` in place of its usual explanation."""
    title, text = PAGES.get(status, PAGES[500 if status >= 500 else 400])
    number = reference()
    log.log(
        logging.ERROR if status >= 500 else logging.INFO,
        "%s %s answered %s, reference %s",
        request.method,
        without_secrets(request.path),
        status,
        number,
    )
    megabytes = (current_app.config.get("MAX_CONTENT_LENGTH") or 0) // 1_000_000
    text = str(detail or text)
    if "%(megabytes)s" in text:
        text %= {"megabytes": megabytes}
    back = came_from() if request.method == "POST" else ""
    return render_template(
        "error.html", status=status, title=str(title), text=text, reference=number, back=back
    ), status


def without_secrets(path: str) -> str:
    """The path with dots for every part that is long enough to be a secret, which no log may hold."""
    return LONG_PART.sub("…", path)


def _forbidden(error: Forbidden) -> tuple[str, int]:
    return page(403, SENTENCES[error.name])


def _http(error: HTTPException) -> Any:
    if error.code is None or error.code < 400:
        return error.get_response()
    answer, status = page(error.code)
    response = current_app.make_response((answer, status))
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            response.headers[name] = value
    return response


def _csrf(_error: CSRFError) -> Any:
    """A form whose session has ended: sign in again, and what was typed comes back from the browser's own store."""
    if not current_user.is_authenticated:
        return current_app.extensions["ask_to_sign_in"]()
    return page(400, _("The page had been open too long. Go back, load it again and send it once more."))


def _broken(error: Exception) -> tuple[str, int]:
    db.session.rollback()
    answer, status = page(500)
    log.error("unexpected error\n%s", for_the_log(error))
    return answer, status


def for_the_log(error: Exception) -> str:
    """Where it broke and why. Of a database error only the first line: below it the database quotes the whole row, and
    with it what somebody wrote to one side only."""
    if isinstance(error, StatementError):
        cause = str(error.orig or error).splitlines()[0]
        return f"{''.join(traceback.format_tb(error.__traceback__))}{type(error).__name__}: {cause}"
    return "".join(traceback.format_exception(error))


def _database_gone(error: Exception) -> Any:
    """The page must not ask the database for anything: it is drawn as for a stranger."""
    number = reference()
    cause = str(getattr(error, "orig", error)).splitlines()[0]
    log.error("the database does not answer (%s: %s), reference %s", type(error).__name__, cause, number)
    title, text = PAGES[503]
    chosen = request.cookies.get("language", "da")
    retry = request.full_path.rstrip("?") if request.method == "GET" else came_from() or "/"
    with force_locale(chosen if chosen in LANGUAGES else "da"):
        template = current_app.jinja_env.get_template("bare_error.html")
        html = template.render(status=503, title=str(title), text=str(text), reference=number, retry=retry)
    return html, 503, {"Retry-After": "60"}


def _stale(_error: Stale) -> tuple[str, int]:
    return page(409)


def init_app(app: Flask) -> None:
    app.register_error_handler(Forbidden, _forbidden)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Stale, _stale)
    app.register_error_handler(OperationalError, _database_gone)
    app.register_error_handler(InterfaceError, _database_gone)
    if not app.config["PROPAGATE_EXCEPTIONS"]:
        app.register_error_handler(Exception, _broken)

    @app.get("/readyz")
    @public
    def readyz() -> tuple[str, int, dict[str, str]]:
        text = {"Content-Type": "text/plain; charset=utf-8"}
        if is_current():
            return "ok\n", 200, text
        log.error("the database has not the structure that this version needs; run: flask --app wsgi migrate")
        return "the database is not migrated\n", 503, text
