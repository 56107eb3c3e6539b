"""Keeping the translations whole: gathering the texts of each room, and finding what is missing or wrong.

A text belongs to the lowest room that uses it; rooms above share its translation. `core` also holds what stands in the
templates that all rooms share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from app.core.languages import FOLDER

APP = Path(__file__).parent.parent
SOURCE = "en"
TARGETS = ("da",)
KEYWORDS: dict[str, Any] = {
    "_": None, "gettext": None, "lazy": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2),
    "lazy_pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip
JINJA = {"extensions": "jinja2.ext.i18n,jinja2.ext.do", "trimmed": "true", "silent": "false"}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
Message = tuple[str | None, str | tuple[str, ...]]


def sources(room: str, rooms: Sequence[str]) -> Iterator[Path]:
    """The files whose texts belong to a room."""
    folders = [APP / room, APP / "templates" / room]
    if room == "core":
        folders = [APP / "core", *(f for f in (APP / "templates").iterdir() if f.is_dir() and f.name not in rooms)]
        yield from sorted([*APP.glob("*.py"), *(APP / "templates").glob("*.html")])
        folders += [
            f for f in APP.iterdir() if f.is_dir() and (f / "__init__.py").exists() and f.name not in {*rooms, "core"}
        ]
    for folder in folders:
        yield from sorted(
            f for f in folder.rglob("*") if f.suffix in {".py", ".html", ".txt"} and "__pycache__" not in f.parts
        )


def texts(room: str, rooms: Sequence[str]) -> dict[Message, None]:
    """The texts in a room's files, in reading order."""
    found: dict[Message, None] = {}
    for file in sources(room, rooms):
        method = "python" if file.suffix == ".py" else "jinja2"
        options = {} if method == "python" else JINJA
        for _line, message, _comments, context in extract_from_file(method, file, KEYWORDS, options=options):
            if message:
                found[context, message if isinstance(message, str) else tuple(message)] = None
    return found


def owned(rooms: Sequence[str]) -> dict[str, dict[Message, None]]:
    """For core and each room the texts that no room below it has."""
    seen: dict[Message, None] = {}
    result: dict[str, dict[Message, None]] = {}
    for room in ("core", *rooms):
        own = {message: None for message in texts(room, rooms) if message not in seen}
        seen |= own
        result[room] = own
    return result


def read(language: str, room: str) -> Catalog:
    file = FOLDER / language / f"{room}.po"
    if not file.exists():
        return Catalog(locale=language)
    with file.open("rb") as source:
        return read_po(source, locale=language)


def update(rooms: Sequence[str], only: Sequence[str] = ()) -> None:
    """Write each room's file anew: today's texts, with the translations that any file already has."""
    for language in TARGETS:
        known = {room: read(language, room) for room in ("core", *rooms)}
        for room, messages in owned(rooms).items():
            if only and room not in only:
                continue
            fresh = Catalog(locale=language, fuzzy=False)
            for context, text in messages:
                translations = [known[room], *known.values()]
                old = next((m for c in translations if (m := c.get(_key(text), context)) and m.string), None)
                fresh.add(text, old.string if old else "", context=context)
            _write(language, room, fresh)


def _key(text: str | tuple[str, ...] | list[str]) -> str:
    return text if isinstance(text, str) else text[0]


def _write(language: str, room: str, catalogue: Catalog) -> None:
    file = FOLDER / language / f"{room}.po"
    if not len(catalogue):
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as target:
        write_po(target, catalogue, width=110, no_location=True, omit_header=False, sort_output=False)
    lines = file.read_text().split("\n\n", 1)
    header = f'# {room}\nmsgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    header += '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"'
    file.write_text(f"{header}\n\n{lines[1]}")


def faults(rooms: Sequence[str]) -> list[str]:
    """Everything that is missing or wrong in the translations, a line each."""
    found: list[str] = []
    for language in TARGETS:
        shared: dict[tuple[str | None, str], tuple[str, Any]] = {}
        for room, messages in owned(rooms).items():
            catalogue = read(language, room)
            for context, text in messages:
                message = catalogue.get(_key(text), context)
                found += _faults_of(f"{language}/{room}.po", text, message)
            wanted = {(context, _key(text)) for context, text in messages}
            for message in catalogue:
                key = (message.context, _key(message.id))
                if message.id and key not in wanted:
                    found.append(f"{language}/{room}.po: no longer used: {_key(message.id)!r}")
                if message.id and shared.setdefault(key, (room, message.string))[1] != message.string:
                    found.append(f"{language}/{room}.po: {key[1]!r} is put otherwise in {shared[key][0]}.po")
    return found


def _faults_of(file: str, text: str | tuple[str, ...], message: Any) -> list[str]:
    if message is None or not message.string or (isinstance(message.string, tuple) and not all(message.string)):
        return [f"{file}: not translated: {_key(text)!r}"]
    if message.fuzzy:
        return [f"{file}: marked as doubtful: {_key(text)!r}"]
    originals = [text] if isinstance(text, str) else list(text)
    strings = [message.string] if isinstance(message.string, str) else list(message.string)
    wanted = {name for original in originals for name in PLACEHOLDER.findall(original)}
    for string in strings:
        if not set(PLACEHOLDER.findall(string)) <= wanted | {"num"}:
            return [f"{file}: unknown placeholder in the translation of {_key(text)!r}"]
    lost = wanted - {name for string in strings for name in PLACEHOLDER.findall(string)}
    return [f"{file}: the translation of {_key(text)!r} leaves out {sorted(lost)}"] if lost else []


def commands(rooms: Sequence[str]) -> click.Group:
    """`flask translations update|check`."""
    group = click.Group("translations", help="Keep the translations whole.")

    @group.command("update")
    @click.argument("only", nargs=-1)
    def update_command(only: tuple[str, ...]) -> None:
        """Gather the texts of all rooms, or of those named."""
        update(rooms, only)

    @group.command("check")
    def check_command() -> None:
        """Fail where a translation is missing or wrong."""
        found = faults(rooms)
        for line in found:
            click.echo(line)
        if found:
            raise SystemExit(
                f"{len(found)} faults. `flask translations update` adds what is missing; then translate it."
            )
        click.echo("The translations are whole.")

    return group
