"""Pejling: the register of an organisation's performance goals. This file is the table of contents of the app."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from flask import Flask, flash, redirect, request, url_for
from flask_login import LoginManager
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response

from app import cli, navigation
from app.actions.queries import STRAINS_SEEN
from app.actions.queries import who_see as who_see_action
from app.agenda.operations import draw_agenda
from app.core import (
    access,
    assets,
    audit,
    catalogues,
    compression,
    db,
    drafts,
    duties,
    errors,
    formats,
    headers,
    jobs,
    keys,
    languages,
    mailbox,
    markup,
    migrations,
    notices,
    operation,
    settings,
)
from app.core.addresses import came_from
from app.core.drafts import nothing_saved
from app.core.languages import gettext as _
from app.goals.limits import DRAWN_BY
from app.goals.queries import who_see
from app.meetings.operations import WHEN_PLANNED
from app.meetings.queries import who_see as who_see_meeting
from app.meetings.queries import who_see_item
from app.minutes.jobs import drop_touched
from app.organisation.viewers import load_viewer
from app.risks.queries import accepted_until, strains_seen_by
from config import settings as from_environment

# From the bottom up, as imports may run: a room may use those before it.
ROOMS = (
    "people", "organisation", "strategy", "goals", "comments", "effects", "barriers", "load", "library", "hearings",
    "balances", "soundings", "actions", "risks", "dialogue", "meetings", "agenda", "decisions", "live",
    "minutes", "apv", "checks", "dossier", "exchange", "overview", "wheel", "mail",
)  # fmt: skip
CORE = (
    db, keys, languages, formats, markup, drafts, compression, assets, headers, access, operation, errors, migrations,
    navigation, cli,
)  # fmt: skip

login = LoginManager()
csrf = CSRFProtect()


def create_app(configuration: dict[str, Any] | None = None) -> Flask:
    app = Flask(__name__)
    app.config.update(from_environment() if configuration is None else configuration)
    app.wsgi_app = ProxyFix(app.wsgi_app, x_for=app.config["PROXIES"], x_proto=app.config["PROXIES"])  # type: ignore[method-assign]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for part in CORE:
        part.init_app(app)
    csrf.init_app(app)
    csrf.exempt("app.mail.views.stop")  # mail programs send it without a page before it; the token in the link is proof
    app.cli.add_command(catalogues.commands(ROOMS))
    _sign_in(app)
    for room in ROOMS:
        _furnish(app, room)
    for room in ROOMS:
        _declare(room)
    notices.SEERS["goal"] = who_see
    notices.SEERS["action"] = who_see_action
    notices.SEERS["meeting"] = who_see_meeting
    notices.SEERS["meeting_item"] = who_see_item
    STRAINS_SEEN["by"] = strains_seen_by
    DRAWN_BY[:] = [accepted_until]
    WHEN_PLANNED[:] = [draw_agenda]
    operation.AT_THE_END[:] = [drop_touched]
    return app


def _furnish(app: Flask, room: str) -> None:
    """Hang up a room's views, and its sentences for the history and the inbox."""
    app.register_blueprint(importlib.import_module(f"app.{room}.views").bp)
    if (Path(__file__).parent / room / "sentences.py").exists():
        sentences = importlib.import_module(f"app.{room}.sentences")
        audit.SENTENCES.update(sentences.SENTENCES)
        audit.FIELDS.update(getattr(sentences, "LABELS", {}))
        for kind, values in getattr(sentences, "VALUES", {}).items():
            audit.VALUES[kind] = {**audit.VALUES.get(kind, {}), **values}
        notices.TEXTS.update(getattr(sentences, "NOTICES", {}))
        mailbox.KINDS.update(getattr(sentences, "MAILS", {}))
        notices.ADDRESSES.update(getattr(sentences, "ADDRESSES", {}))


def _declare(room: str) -> None:
    """Hang up a room's settings, what waits in it for people, and what `run-due` does in it."""
    folder = Path(__file__).parent / room
    if (folder / "settings.py").exists():
        declared = importlib.import_module(f"app.{room}.settings").SETTINGS
        settings.declare(declared)
        senses = getattr(importlib.import_module(f"app.{room}.settings"), "SENSES", ())
        settings.SENSES.extend(sense for sense in senses if sense not in settings.SENSES)
        audit.FIELDS["organisation"] = {**audit.FIELDS["organisation"], **{one.name: one.label for one in declared}}
        options = {one.name: one.options for one in declared if one.options}
        audit.VALUES["organisation"] = {**audit.VALUES["organisation"], **options}
    if (folder / "duties.py").exists():
        waiting = importlib.import_module(f"app.{room}.duties")
        duties.WORDS.update(waiting.WORDS)
        duties.SOURCES.extend(source for source in waiting.SOURCES if source not in duties.SOURCES)
    if (folder / "jobs.py").exists():
        jobs.JOBS.update(importlib.import_module(f"app.{room}.jobs").JOBS)
    if (folder / "followers.py").exists():
        followers = importlib.import_module(f"app.{room}.followers").FOLLOWERS
        settings.FOLLOWERS.extend(one for one in followers if one not in settings.FOLLOWERS)


def _sign_in(app: Flask) -> None:
    login.init_app(app)
    login.session_protection = None  # a phone changes address on the way to work; a new password ends sessions
    app.extensions["ask_to_sign_in"] = ask_to_sign_in

    @login.user_loader
    def load(identity: str) -> Any:
        return load_viewer(identity)


def _kept_words() -> str:
    """What became of what was typed: the browser keeps it where the form said so, and a ballot's form never does."""
    if request.form.get("_draft"):
        return _("Your session had ended, so nothing was saved yet. Sign in, and what you typed is still there.")
    return _("Your session had ended, so nothing was saved. Sign in, and do it once more.")


def ask_to_sign_in() -> Response:
    """To the sign-in page, and back again afterwards; after a lost form, to the page that it was on."""
    wanted = request.full_path.rstrip("?")
    if request.method not in {"GET", "HEAD"}:
        is_page = request.url_rule is not None and "GET" in (request.url_rule.methods or ())
        wanted = came_from() or (wanted if is_page else "/")
        nothing_saved()
        flash(_kept_words(), "warn")
    return redirect(url_for("people.sign_in", next=wanted))
