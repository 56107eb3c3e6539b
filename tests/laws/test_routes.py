"""Every route is guarded, named after its view, and has its tests; no GET writes."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from flask import Flask

from app import ROOMS
from app.core.access import RULES, SENTENCES

ROOT = Path(__file__).parents[2]
OUTSIDE_ROOMS = {"static", "readyz"}


def routes(app: Flask) -> list[str]:
    return sorted({rule.endpoint for rule in app.url_map.iter_rules()} - OUTSIDE_ROOMS)


def test_every_route_is_guarded_or_public(one_app: Flask) -> None:
    bare = [e for e in routes(one_app) if not hasattr(one_app.view_functions[e], "mark")]
    assert not bare, f"put @guard(find, rule) or @public directly under the route of: {bare}"


def test_only_these_routes_are_public(one_app: Flask) -> None:
    """A new public route is a decision: write it here."""
    open_ones = {e for e in routes(one_app) if one_app.view_functions[e].mark.public}
    assert open_ones == {
        "people.sign_in", "people.sign_in_as", "people.sign_out", "people.first", "people.choose_language",
        "mail.stop",
        "wheel.feed",  # calendar programs can't sign in: the secret in the address is the proof
    }  # fmt: skip


def test_a_route_is_named_after_its_room_and_view(one_app: Flask) -> None:
    for endpoint in routes(one_app):
        room, name = endpoint.split(".")
        view = one_app.view_functions[endpoint]
        assert room in ROOMS, f"{endpoint}: name the blueprint after its room"
        assert (view.__module__, view.__name__) == (f"app.{room}.views", name), f"{endpoint}: name the view {name}"


def test_every_view_has_its_tests(one_app: Flask) -> None:
    missing = [
        f"tests/{room}/test_{name}.py"
        for room, name in (endpoint.split(".") for endpoint in routes(one_app))
        if not (ROOT / "tests" / room / f"test_{name}.py").exists()
    ]
    assert not missing, f"write these, with the litany of the others: {missing}"


def test_every_template_of_a_room_is_named_after_a_view(one_app: Flask) -> None:
    names = set(routes(one_app))
    for file in (ROOT / "app" / "templates").glob("*/*.html"):
        room = file.parent.name
        if room in ROOMS and not file.name.startswith("_"):
            assert f"{room}.{file.stem}" in names or f"'{room}/{file.name}'" in _sources(room), (
                f"{file} belongs to no view"
            )


def _sources(room: str) -> str:
    return (ROOT / "app" / room / "views.py").read_text().replace('"', "'")


def test_every_template_is_used() -> None:
    texts = [f.read_text() for f in [*(ROOT / "app").rglob("*.py"), *(ROOT / "app" / "templates").rglob("*.html")]]
    everything = "\n".join(texts)
    folder = ROOT / "app" / "templates"
    unused = [f for f in folder.rglob("*.html") if f"{f.relative_to(folder)}" not in everything]
    assert not unused, f"no page shows these any more: {unused}"


def test_every_rule_says_who_can() -> None:
    for name in RULES:
        assert str(SENTENCES[name]).endswith("."), f"{name}: give @rule a sentence that says who can"


@pytest.mark.parametrize("room", ROOMS)
def test_every_policy_function_is_a_rule(room: str) -> None:
    file = ROOT / "app" / room / "policy.py"
    if not file.exists():
        return
    for node in ast.parse(file.read_text()).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("may_"):
            assert f"{room}.{node.name}" in RULES, f"{file}: mark {node.name} with @rule(sentence)"


def test_views_do_not_query_commit_or_decide() -> None:
    for room in ROOMS:
        file = ROOT / "app" / room / "views.py"
        text = file.read_text() if file.exists() else ""
        for word in ("select(", ".commit(", ".execute(", "db.session"):
            assert word not in text, f"{file}: {word} belongs in queries.py or operations.py"


def test_commit_stands_in_one_place() -> None:
    places = [str(f.relative_to(ROOT)) for f in (ROOT / "app").rglob("*.py") if ".commit(" in f.read_text()]
    assert sorted(places) == ["app/core/db.py", "app/core/operation.py"]
