"""A library of the test's own, and an upgrade of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.library import shipped

RIVALRY = {
    "key": "level.left.rivalry", "aspect": "cooperation", "kind": "strain", "poles": ["level:left"],
    "da": "Kolleger bliver rivaler", "en": "Colleagues become rivals",
}  # fmt: skip
PRIDE = {"key": "focus.right.pride", "aspect": "identity", "kind": "gain", "poles": ["focus:right"],
         "da": "Kvalitet giver stolthed", "en": "Quality gives pride"}  # fmt: skip


@pytest.fixture
def ship(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """`ship(line, …)`: from now on the program comes with these lines, as after an upgrade."""
    made: list[Path] = []

    def write(*lines: dict[str, Any]) -> None:
        file = tmp_path / f"library-{len(made)}.toml"
        made.append(file)
        file.write_text("\n".join(_as_toml(line) for line in lines), encoding="utf-8")
        monkeypatch.setattr(shipped, "FILE", file)

    return write


def _as_toml(line: dict[str, Any]) -> str:
    return "\n".join(["[[line]]", *(f"{name} = {json.dumps(value)}" for name, value in line.items()), ""])
