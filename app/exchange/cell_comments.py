"""The notes that people hang on cells of a spreadsheet, read straight from the packed file.

The parser refuses entity declarations, so that a crafted file can neither grow nor reach out.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from app.exchange.extent import place_of

NOWHERE = (0, 0)
Element = tuple[str, dict[str, str], str]  # local name, attributes by local name, text directly inside


class _Refused(ValueError):
    """The file declares entities."""


def of_sheet(content: bytes, sheet: str) -> dict[tuple[int, int], str]:
    """{(row, column), both from 1: note} of the named sheet; empty where there are none or they can't be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            path = _comments_path(packed, sheet)
            return _notes(packed.read(path)) if path else {}
    except (KeyError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, expat.ExpatError, _Refused):
        return {}


def _comments_path(packed: zipfile.ZipFile, sheet: str) -> str | None:
    links = _links(packed, "xl/workbook.xml")
    for name, attributes, _text in _elements(packed.read("xl/workbook.xml")):
        if name == "sheet" and attributes.get("name") == sheet:
            for target in _links(packed, links[attributes["id"]]).values():
                if re.search(r"comments?\d*\.xml$", target) and "threaded" not in target:
                    return target
    return None


def _links(packed: zipfile.ZipFile, path: str) -> dict[str, str]:
    """{id: path} of what a part of the file refers to."""
    folder, file = posixpath.split(path)
    rels = f"{folder}/_rels/{file}.rels"
    if rels not in packed.namelist():
        return {}
    found = [attributes for name, attributes, _text in _elements(packed.read(rels)) if name == "Relationship"]
    return {a["Id"]: posixpath.normpath(posixpath.join("/", folder, a["Target"])).lstrip("/") for a in found}


def _notes(xml: bytes) -> dict[tuple[int, int], str]:
    notes: dict[tuple[int, int], list[str]] = {}
    place = NOWHERE
    for name, attributes, text in _elements(xml):
        if name == "comment":
            place = place_of(attributes.get("ref", "")) or NOWHERE
            notes[place] = []
        elif name == "t" and place in notes:
            notes[place].append(text)
    notes.pop(NOWHERE, None)
    return {place: " ".join("".join(parts).split()) for place, parts in notes.items()}


def _elements(xml: bytes) -> Iterator[Element]:
    """The elements of a document in the order in which they begin."""
    opened: list[list[Any]] = []
    found: list[list[Any]] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        element = [_local(name), {_local(key): value for key, value in attributes.items()}, ""]
        opened.append(element)
        found.append(element)

    def refuse(*_declaration: Any) -> None:
        raise _Refused

    def text(data: str) -> None:
        if opened:
            opened[-1][2] += data

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.CharacterDataHandler = begin, text
    parser.EndElementHandler = lambda _name: opened.pop()
    parser.EntityDeclHandler = refuse
    parser.Parse(xml, True)
    return iter([(name, attributes, inside) for name, attributes, inside in found])


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
