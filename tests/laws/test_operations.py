"""Every operation says what it may record, every event has its sentence in both languages, and is tested."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from flask import Flask

from app import ROOMS
from app.core.audit import FIELDS, SENTENCES
from app.core.db import Base
from app.core.operation import OPERATIONS, TRACELESS

ROOT = Path(__file__).parents[2]
NOT_SHOWN = {"id", "version", "path", "created_at", "created_by_id", "number"}


def app_operations() -> dict[str, frozenset[str]]:
    return {name: codes for name, codes in OPERATIONS.items() if not name.startswith("tests.")}


def test_every_verb_is_an_operation() -> None:
    """A public function of operations.py that takes `by` changes something, so it is one."""
    for room in ROOMS:
        file = ROOT / "app" / room / "operations.py"
        if not file.exists():
            continue
        for node in ast.parse(file.read_text()).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                marks = [ast.unparse(mark) for mark in node.decorator_list]
                assert any(mark.startswith("operation(") for mark in marks), (
                    f"{file}: mark {node.name} with @operation(code)"
                )


def test_every_event_has_a_sentence(one_app: Flask) -> None:
    codes = {code for found in app_operations().values() for code in found}
    missing = sorted(codes - SENTENCES.keys())
    assert not missing, f"write their sentences in the room's sentences.py: {missing}"


def test_no_sentence_is_left_over(one_app: Flask) -> None:
    codes = {code for found in app_operations().values() for code in found}
    assert not (left := sorted(SENTENCES.keys() - codes)), f"no operation records these: {left}"


def test_only_these_operations_leave_no_trace() -> None:
    """All that is done is recorded, but for what would not be anonymous if it were, and what a projector shows."""
    found = {name for name in TRACELESS if not name.startswith("tests.")}
    decided = {"soundings.operations.cast_ballot", "live.operations.present_item"}
    assert found == decided, "record an event, or decide here that a trace would do harm"
    assert all(why.endswith(".") for name, why in TRACELESS.items() if name in found)


def test_an_event_is_named_thing_and_deed() -> None:
    for name, codes in app_operations().items():
        for code in codes:
            assert re.fullmatch(r"[a-z_]+\.[a-z_]+", code), f"{name}: {code}"


def test_every_operation_is_tested() -> None:
    tests = "\n".join(f.read_text() for f in (ROOT / "tests").rglob("*.py"))
    views = {
        room: (ROOT / "app" / room / "views.py").read_text()
        for room in ROOMS
        if (ROOT / "app" / room / "views.py").exists()
    }
    untested = []
    for name in app_operations():
        verb, room = name.rsplit(".", 1)[1], name.split(".")[0]
        called_by_view = f"{verb}(" in views.get(room, "")
        if not called_by_view and f"{verb}(" not in tests:
            untested.append(name)
    assert not untested, f"no test calls {untested}"


@pytest.mark.parametrize("mapper", sorted(Base.registry.mappers, key=str), ids=lambda m: m.class_.__name__)
def test_every_field_has_a_label_in_the_history(one_app: Flask, mapper) -> None:
    kind = mapper.class_.__event_name__ if hasattr(mapper.class_, "__event_name__") else None
    if kind not in {"goal", "unit", "committee", "seat", "objective", "user", "organisation"}:
        return
    secret = getattr(mapper.class_, "__secret__", frozenset())
    names = {c.key.removesuffix("_id") if c.columns[0].foreign_keys else c.key for c in mapper.column_attrs}
    assert not (
        missing := names - {n.removesuffix("_id") for n in NOT_SHOWN} - NOT_SHOWN - secret - FIELDS[kind].keys()
    ), f"label these fields of {kind} in LABELS of its room's sentences.py: {sorted(missing)}"
