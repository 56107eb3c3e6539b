"""Whether the tests would notice a wrong rule: `python3 run.py mutate`.

Each rule of each room's policy.py is spoilt in turn, in a copy of the project: it says yes to everybody, no to
everybody, or loses one of its conditions. The tests of the room and the table of permissions must then fail. What they
do not notice is listed, and the exit code is 1.
"""

from __future__ import annotations

import ast
import copy
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = (
    "app", "tests", "migrations", "seeds", "docs", "config.py", "wsgi.py", "run.py", "pyproject.toml", "README.md",
)  # fmt: skip
ALWAYS = ("tests/laws/test_permissions.py", "tests/dossier", "tests/overview")
SLOWEST = 300  # seconds for the tests of one spoilt rule


@dataclass(frozen=True)
class Spoilt:
    file: Path  # within the project
    rule: str
    how: str
    text: str

    @property
    def room(self) -> str:
        return self.file.parent.name


def spoilt_rules(root: Path) -> Iterator[Spoilt]:
    """Every policy file once for each way in which one of its functions can be wrong."""
    for path in sorted(root.glob("app/*/policy.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for place, node in enumerate(tree.body):
            if isinstance(node, ast.FunctionDef):
                for how, changed in _wrong(node):
                    whole = copy.deepcopy(tree)
                    whole.body[place] = changed
                    text = ast.unparse(ast.fix_missing_locations(whole))
                    yield Spoilt(path.relative_to(root), node.name, how, text)


def _wrong(function: ast.FunctionDef) -> Iterator[tuple[str, ast.FunctionDef]]:
    for answer in (True, False):
        changed = copy.deepcopy(function)
        changed.body = [ast.Return(ast.Constant(answer))]
        yield f"always {answer}", changed
    for number, node in enumerate(ast.walk(function)):
        if isinstance(node, ast.BoolOp):
            for left_out in range(len(node.values)):
                changed = copy.deepcopy(function)
                condition = list(ast.walk(changed))[number]
                assert isinstance(condition, ast.BoolOp)
                gone = ast.unparse(condition.values.pop(left_out))
                yield f"without “{gone}”", changed


def survives(spoilt: Spoilt, place: Path) -> bool:
    """Whether all tests still pass with the spoilt rule in the copy at `place`."""
    file = place / spoilt.file
    whole = file.read_text(encoding="utf-8")
    file.write_text(spoilt.text, encoding="utf-8")
    try:
        return passes(place, f"tests/{spoilt.room}", *ALWAYS)
    finally:
        file.write_text(whole, encoding="utf-8")


def passes(place: Path, *tests: str) -> bool:
    """Whether these tests pass in the copy; that they can't be run at all is neither yes nor no, and ends it."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "2", "-p", "no:cacheprovider", *tests]
    answer = subprocess.run(command, cwd=place, capture_output=True, timeout=SLOWEST, check=False)  # noqa: S603
    said = answer.stdout.decode()
    if answer.returncode not in {0, 1, 2} or (answer.returncode == 2 and " failed" not in said):
        raise SystemExit(said[-2000:])
    return answer.returncode == 0


def main() -> int:
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name in COPIED:
            copying = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copying(ROOT / name, place / name)
        rooms = sorted(f"tests/{path.parent.name}" for path in place.glob("app/*/policy.py"))
        if not passes(place, *rooms, *ALWAYS):
            raise SystemExit("The tests fail without any spoilt rule. Mend that first.")
        left = []
        for spoilt in spoilt_rules(place):
            alive = survives(spoilt, place)
            print(f"{'SURVIVES' if alive else 'noticed':9} {spoilt.room}.{spoilt.rule} {spoilt.how}", flush=True)
            left += [spoilt] if alive else []
    print(f"{len(left)} spoilt rules went unnoticed." if left else "Every spoilt rule was noticed.")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
