"""Settings, read from the environment. A real installation refuses to start without a secret key of its own."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).parent
ENVIRONMENTS = ("production", "development", "demo", "test")
MAIL_PORTS = {"starttls": 587, "tls": 465, "none": 25}
MAIL_ADDRESS = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+")


class ConfigurationError(RuntimeError):
    """Something that the installation must say is missing or unusable; the message says what to set."""


def settings(environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """The app's configuration. ConfigurationError when it can't be started safely."""
    kind = environment.get("PEJLING_ENV", "production")
    if kind not in ENVIRONMENTS:
        raise ConfigurationError(f"PEJLING_ENV is {kind!r}; it can be {', '.join(ENVIRONMENTS)}.")
    instance = Path(environment.get("PEJLING_INSTANCE", ROOT / "instance"))
    secure = environment.get("PEJLING_HTTPS", "1" if kind == "production" else "0") == "1"
    return {
        "ENVIRONMENT": kind,
        "DEMO": kind == "demo",
        "TESTING": kind == "test",
        "SECRET_KEY": _secret(kind, environment, instance),
        # What people wrote must not reach a log by way of a database error that quotes it.
        "SQLALCHEMY_ENGINES": {
            "default": {"url": _database(kind, environment, instance), "hide_parameters": True},
        },
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_NAME": "pejling",
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=10),
        "REMEMBER_COOKIE_DURATION": timedelta(hours=10),
        "PREFERRED_URL_SCHEME": "https" if secure else "http",
        "WTF_CSRF_TIME_LIMIT": None,  # a form may be typed in for longer than an hour
        "MAX_CONTENT_LENGTH": 10_000_000,
        "MAX_FORM_MEMORY_SIZE": 2_000_000,
        "MAX_FORM_PARTS": 2_000,
        "PROPAGATE_EXCEPTIONS": kind == "test",
        "PROXIES": int(environment.get("PEJLING_PROXIES", "0")),
        "INSTANCE": instance,
        "ANNEXES": Path(environment.get("PEJLING_ANNEXES", "") or instance / "annexes"),
        "URL": _url(environment.get("PEJLING_URL", "")),
        **_mail(environment),
    }


def _url(given: str) -> str:
    """The public address of the installation, without a slash at its end; '' where none is given."""
    parts = urlsplit(given)
    if given and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment):
        raise ConfigurationError(f"PEJLING_URL is {given!r}; give a whole address, such as https://pejling.example.dk.")
    return given.rstrip("/")


def _mail(environment: Mapping[str, str]) -> dict[str, Any]:
    """Where mail is handed in. Without a server no mail is made; with one, links and sender must be known."""
    server, protection = environment.get("PEJLING_MAIL_SERVER", ""), environment.get("PEJLING_MAIL_TLS", "starttls")
    if protection not in MAIL_PORTS:
        raise ConfigurationError(f"PEJLING_MAIL_TLS is {protection!r}; it can be {', '.join(MAIL_PORTS)}.")
    for needed in ("PEJLING_MAIL_FROM", "PEJLING_URL"):
        if server and not environment.get(needed):
            raise ConfigurationError(f"PEJLING_MAIL_SERVER is set, so {needed} is needed too.")
    sender, answers_to = environment.get("PEJLING_MAIL_FROM", ""), environment.get("PEJLING_MAIL_REPLY_TO", "")
    for name, address in (("PEJLING_MAIL_FROM", sender), ("PEJLING_MAIL_REPLY_TO", answers_to)):
        if address and not MAIL_ADDRESS.fullmatch(address):
            raise ConfigurationError(f"{name} is {address!r}; give an address, such as pejling@example.dk.")
    return {
        "MAIL_SERVER": server,
        "MAIL_PORT": _whole(environment, "PEJLING_MAIL_PORT", MAIL_PORTS[protection], 1, 65535),
        "MAIL_TLS": protection,
        "MAIL_USER": environment.get("PEJLING_MAIL_USER", ""),
        "MAIL_PASSWORD": environment.get("PEJLING_MAIL_PASSWORD", ""),
        "MAIL_FROM": sender,
        "MAIL_REPLY_TO": answers_to,
        "MAIL_TIMEOUT": _whole(environment, "PEJLING_MAIL_TIMEOUT", 20, 1, 60),
    }


def _whole(environment: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    given = environment.get(name, "") or str(default)
    if not (given.isascii() and given.isdecimal() and low <= int(given) <= high):
        raise ConfigurationError(f"{name} is {given!r}; give a whole number from {low} to {high}.")
    return int(given)


def _secret(kind: str, environment: Mapping[str, str], instance: Path) -> str:
    given = environment.get("PEJLING_SECRET_KEY", "")
    if given:
        if kind == "production" and len(given) < 32:
            raise ConfigurationError("PEJLING_SECRET_KEY is too short: give at least 32 random characters.")
        return given
    if kind == "production":
        raise ConfigurationError(
            "PEJLING_SECRET_KEY is missing. Make one with: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )
    return "a key for tests only" if kind == "test" else _kept_secret(instance / f"{kind}.key")


def _kept_secret(file: Path) -> str:
    """A random key of this checkout's own, so that a restart of the demo signs nobody out."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text().strip()


def _database(kind: str, environment: Mapping[str, str], instance: Path) -> str:
    given = environment.get("PEJLING_DATABASE", "")
    if given:
        return given
    instance.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{instance / ('demo' if kind == 'demo' else 'pejling')}.sqlite"
