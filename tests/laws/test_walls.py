"""The walls of the house, asked of the linter that holds them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_imports_run_one_way() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    answer = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert answer.returncode == 0, f"move the thing down, or hand the room a function:\n{answer.stdout[-3000:]}"


def test_no_name_that_says_nothing() -> None:
    empty = [
        f for f in (ROOT / "app").rglob("*.py") if f.stem in {"utils", "util", "helpers", "helper", "common", "misc"}
    ]
    assert not empty, f"name these after what is in them: {empty}"
