"""Settings, read from the environment. A real installation refuses to start without a secret key of its own."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
ENVIRONMENTS = ("production", "development", "demo", "test")


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
    }


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
