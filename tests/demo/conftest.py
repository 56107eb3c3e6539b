"""Solbæk Kommune, built once for all tests of the demo, in a database of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from app import create_app
from app.core.db import db
from app.core.migrations import alembic
from app.demo.loading import fill_demo
from config import settings


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    file = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    app = create_app(settings({"PEJLING_ENV": "test", "PEJLING_DATABASE": f"sqlite:///{file}"}))
    with app.app_context():
        alembic.upgrade()
        fill_demo()
        db.engine.dispose()
    return app


@pytest.fixture
def solbaek(town: Flask) -> Iterator[Flask]:
    """The app with Solbæk in its database; only for looking."""
    with town.app_context():
        yield town
        db.session.close()
        db.engine.dispose()
