"""`flask demo` and `flask cast`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from app import create_app
from app.core.clock import at, today
from app.core.db import db
from app.demo.cast import the_cast
from app.goals.models import Goal, Status
from app.people.models import Role
from app.people.operations import add_user
from app.people.queries import find_by_email
from config import settings


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Flask]:
    app = create_app(settings({"PEJLING_ENV": "test", "PEJLING_DATABASE": f"sqlite:///{tmp_path / 'empty.sqlite'}"}))
    yield app
    with app.app_context():
        db.engine.dispose()


def run(app: Flask, *words: str) -> tuple[int, str]:
    answer = app.test_cli_runner().invoke(args=list(words))
    return answer.exit_code, answer.output


def test_demo_fills_an_empty_database_once(empty: Flask) -> None:
    assert run(empty, "demo", "--if-missing") == (0, "Solbæk Kommune is in place.\n")
    assert run(empty, "demo", "--if-missing") == (0, "")
    code, said = run(empty, "demo")
    assert code == 1
    assert "--reset" in said


def test_reset_begins_anew(empty: Flask) -> None:
    run(empty, "demo")
    with empty.app_context():
        add_user(email="new@solbaek.example", name="Ny", role=Role.READER, by=None)
        db.engine.dispose()
    assert run(empty, "demo", "--reset") == (0, "Solbæk Kommune is in place.\n")
    with empty.app_context():
        assert find_by_email("new@solbaek.example") is None
        assert find_by_email("ida.moellegaard@solbaek.example") is not None


def test_a_real_installation_is_never_filled(empty: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(empty.config, "ENVIRONMENT", "production")
    for words in (("demo",), ("demo", "--reset"), ("demo", "--if-missing")):
        code, said = run(empty, *words)
        assert code == 1
        assert "real installation" in said


def test_cast_tells_whom_one_can_be(solbaek: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(solbaek.config, "DEMO", True)
    code, said = run(solbaek, "cast")
    assert code == 0
    assert "Ida Møllegård" in said
    assert "mads.aebeloe@solbaek.example" in said
    assert "one button" in said


def test_the_sign_in_page_gets_the_cast(solbaek: Flask) -> None:
    members = solbaek.extensions["cast"]()
    assert [member.name for member in members][:2] == ["Ida Møllegård", "Anders Bækgaard"]
    assert all(member.id and member.sentence and str(member.role) for member in members)


def test_the_cast_speaks_the_readers_language(town: Flask) -> None:
    with town.test_request_context("/", headers={"Cookie": "language=en"}):
        assert the_cast()[0].sentence.startswith("Head of work environment")
        db.session.close()
    with town.test_request_context("/"):
        assert the_cast()[0].sentence.startswith("Arbejdsmiljøleder")
        db.session.close()


@pytest.mark.parametrize("day", ["2027-03-01", "2027-12-31"])
def test_it_can_be_filled_on_any_day(empty: Flask, day: str) -> None:
    with at(datetime.fromisoformat(f"{day}T12:00:00+00:00")):
        assert run(empty, "demo")[0] == 0
        with empty.app_context():
            goals = list(db.session.scalars(sa.select(Goal)))
            started = [goal for goal in goals if goal.status is Status.IN_FORCE]
            assert [goal.number for goal in started if goal.passed_over] == [9, 19]
            assert [goal.number for goal in started if goal.next_review_on < today()] == [19]
            db.session.close()
