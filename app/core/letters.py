"""Writing a mail: a trio of templates (subject, text, HTML) in the recipient's language, with whole addresses as links.

It happens outside any request, so nothing of the page around it is there: no navigation, nobody signed in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from flask import current_app

from app.core.languages import speaking

LONGEST_SUBJECT = 200


@dataclass(frozen=True)
class Templates:
    """The three files of a mail."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class Letter:
    """A written mail, without its addressee."""

    subject: str
    text: str
    html: str


def write(templates: Templates, language: str, **values: Any) -> Letter:
    with speaking(language):
        subject, text, html = (
            current_app.jinja_env.get_template(name).render(absolute=absolute, **values)
            for name in (templates.subject, templates.text, templates.html)
        )
    return Letter(" ".join(subject.split())[:LONGEST_SUBJECT], text.strip() + "\n", html)


def absolute(endpoint: str, **values: Any) -> str:
    """The whole address of a page, as PEJLING_URL says where the installation is."""
    base = urlsplit(current_app.config["URL"])
    adapter = current_app.url_map.bind(base.netloc, script_name=base.path or "/", url_scheme=base.scheme)
    return adapter.build(endpoint, values, force_external=True)


def sender() -> str:
    """The address that mail comes from; '' where mail can't be sent."""
    return str(current_app.config["MAIL_FROM"])


def is_on() -> bool:
    """Whether mail can be sent at all. Where not, none is made: notices then wait in the app."""
    return bool(current_app.config["MAIL_SERVER"])
