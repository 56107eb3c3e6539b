"""Everything that is done with a checkout, by one command that needs nothing but Python 3.11 or newer.

python3 run.py                       make the demo organisation and serve it
python3 run.py demo --port 5001      the same on another port
python3 run.py demo --reset          throw the demo's database away first
python3 run.py test [for pytest]     run the tests, all or those that the arguments choose
python3 run.py mutate                spoil each rule of access in turn and see whether the tests notice (20 minutes)
python3 run.py check                 lint, format, types, walls, templates, translations, packages, migrations
python3 run.py lock [--upgrade]      write both lock files anew after a change in pyproject.toml
"""

import argparse
import hashlib
import importlib.util
import os
import subprocess
import sys
import venv
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit("Pejling needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info))

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
STAMP = VENV / "installed"
CORE, DEV = "requirements.lock", "requirements-dev.lock"

CHECKS = {
    "lint": ["-m", "ruff", "check", "."],
    "format": ["-m", "ruff", "format", "--check", "--output-format", "concise", "."],
    "types": ["-m", "mypy"],
    "walls": ["-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-logo"],
    "templates": ["-m", "djlint", "--lint", "--quiet", "app/templates"],
    "translations": ["-m", "flask", "--app", "wsgi", "translations", "check"],
    "packages": ["-m", "pip", "--disable-pip-version-check", "check"],
    "migrations": ["-m", "pytest", "-q", "tests/laws/test_structure.py"],
}


class Stopped(Exception):
    """What the person who started this must do first."""


def main() -> int:
    os.chdir(ROOT)
    for stream in (sys.stdout, sys.stderr):  # what a command prints stays after the line that announces it
        stream.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    words = sys.argv[1:]
    if words[:1] == ["test"]:  # all that follows is pytest's
        return test(words[1:])
    wanted = _wanted(words)
    if wanted.verb == "check":
        return check()
    if wanted.verb == "mutate":
        return mutate()
    if wanted.verb == "lock":
        return lock(upgrade=wanted.upgrade)
    return serve(wanted.port, reset=wanted.reset) if wanted.verb == "serve" else demo(words)


def _wanted(words: list[str]) -> argparse.Namespace:
    if not words or (words[0].startswith("--") and words[0] != "--help"):
        words = ["demo", *words]
    parser = argparse.ArgumentParser(
        prog="run.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    verbs = parser.add_subparsers(dest="verb", metavar="{demo,test,mutate,check,lock}")
    for verb in ("demo", "serve"):
        server = verbs.add_parser(verb, prog=f"run.py {verb}")
        server.add_argument("--port", type=_port, default=5000)
        server.add_argument("--reset", action="store_true")
    verbs.add_parser("test")
    verbs.add_parser("mutate")
    verbs.add_parser("check")
    verbs.add_parser("lock").add_argument("--upgrade", action="store_true")
    return parser.parse_args(words)


def _port(text: str) -> int:
    number = int(text)
    if not 0 < number < 65536:
        raise argparse.ArgumentTypeError("a port is a number from 1 to 65535")
    return number


def demo(words: list[str]) -> int:
    """Install what is missing, then go on as `serve` inside .venv."""
    install(CORE)
    command = [PYTHON, str(Path(__file__)), "serve", *[word for word in words if word != "demo"]]
    environment = surroundings(PEJLING_ENV="demo")
    if os.name == "nt":
        return subprocess.call(command, env=environment)
    # The server takes this process's place, and with it its signals. Windows can't, so it was called above.
    os.execve(PYTHON, command, environment)  # noqa: S606


def serve(port: int, *, reset: bool) -> int:
    """The demo on loopback. One process imports the app once, for database, cast and server: a start takes a second."""
    from flask.cli import FlaskGroup
    from waitress import create_server

    from wsgi import app

    flask = FlaskGroup(create_app=lambda: app)
    try:
        server = create_server(app, host="127.0.0.1", port=port, threads=8)
    except OSError:
        raise Stopped(f"Port {port} is taken. Choose another: python3 run.py demo --port {port + 1}") from None
    if reset:
        _forget(Path(app.config["INSTANCE"]) / "demo.sqlite")
    flask.main(["demo", "--if-missing"], standalone_mode=False)
    print(f"\nPejling is ready: http://127.0.0.1:{port}\n")
    flask.main(["cast"], standalone_mode=False)
    print("\nStop it with Ctrl+C.")
    server.run()
    return 0


def _forget(database: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)


def test(words: list[str]) -> int:
    install(DEV)
    return subprocess.call([PYTHON, "-m", "pytest", *words], env=surroundings())


def mutate() -> int:
    install(DEV)
    return subprocess.call([PYTHON, "tests/mutate_policies.py"], env=surroundings())


def check() -> int:
    """Run every check, also after one has failed; 1 where any did."""
    install(DEV)
    failed = []
    for name, words in CHECKS.items():
        print(f"\n== {name}")
        if subprocess.call([PYTHON, *words], env=surroundings(PEJLING_ENV="test")):
            failed.append(name)
    print(f"\n{len(CHECKS) - len(failed)} of {len(CHECKS)} checks passed.")
    if failed:
        print(f"These did not: {', '.join(failed)}.")
    return 1 if failed else 0


def lock(*, upgrade: bool) -> int:
    """Both lock files, for all platforms, with hashes and without addresses; the second holds the first in full."""
    install(DEV)
    command = [PYTHON, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--generate-hashes"]
    command += ["--python-version", "3.11", "--no-emit-index-url", "--no-header", "--no-annotate"]
    command += ["--upgrade"] if upgrade else []
    for arguments in (["-o", CORE], ["-o", DEV, "--group", "dev", "-c", CORE]):
        if subprocess.call([*command, *arguments]):
            return 1
        if "://" in Path(arguments[1]).read_text(encoding="utf-8"):
            raise Stopped(f"{arguments[1]} holds an address. Locks name packages and hashes only.")
    install(DEV)
    return 0


def install(lock: str) -> None:
    """Make .venv hold what the lock says. The stamp tells what is there, so the next start has nothing to do."""
    mark = _digest(lock)
    if Path(PYTHON).exists() and STAMP.exists() and mark in STAMP.read_text(encoding="utf-8"):
        return
    if not importlib.util.find_spec("ensurepip"):
        raise Stopped("Python's venv is missing. On Debian and Ubuntu: apt install python3-venv")
    print(f"Installing the packages of {lock} into .venv; this is done once and takes about half a minute.")
    STAMP.unlink(missing_ok=True)
    venv.create(VENV, with_pip=True, symlinks=os.name != "nt", clear=_of_another_python())
    # The lock names every package there is to install. Asked to look for what they depend on, pip 23 weighs newer
    # releases of what one of them wants with an extra (`coverage[toml]`) and refuses, as the lock holds no hash for
    # those. `run.py check` asks whether the lock is whole.
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
    if subprocess.call([*pip, "-r", lock]):
        raise Stopped("The packages could not be installed; the lines above say why. Start again when that is mended.")
    STAMP.write_text("\n".join([mark, _digest(CORE)]), encoding="utf-8")  # either lock holds the core in full


def _digest(lock: str) -> str:
    """The lock as installed by this version of Python: packages lie in a folder named by it."""
    version = "{}.{}".format(*sys.version_info)
    return f"{version} {hashlib.sha256(Path(lock).read_bytes()).hexdigest()}"


def _of_another_python() -> bool:
    settings = VENV / "pyvenv.cfg"
    version = "{}.{}.".format(*sys.version_info)
    return VENV.exists() and not (settings.exists() and f"version = {version}" in settings.read_text(encoding="utf-8"))


def surroundings(**more: str) -> dict[str, str]:
    """This environment without the settings of an installation, which the demo and the tests must never touch."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PEJLING_") or k.startswith("PEJLING_TEST_")}
    if "PEJLING_INSTANCE" in os.environ:
        kept["PEJLING_INSTANCE"] = os.environ["PEJLING_INSTANCE"]
    return {**kept, **more}


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Stopped as reason:
        sys.exit(str(reason))
    except KeyboardInterrupt:
        sys.exit(130)
