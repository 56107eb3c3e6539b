"""Which files may be annexes: told by what they hold, and by an ending that says the same. Pure."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

LONGEST_NAME = 120
MOST_UNPACKED = 200_000_000  # bytes; what a packed file may become
MOST_PARTS = 5_000
OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."
TYPES: Mapping[str, str] = {
    "pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "txt": "text/plain",
    "docx": f"{OFFICE}wordprocessingml.document", "xlsx": f"{OFFICE}spreadsheetml.sheet",
    "pptx": f"{OFFICE}presentationml.presentation", "odt": f"{OPEN}text", "ods": f"{OPEN}spreadsheet",
}  # fmt: skip
STARTS = {"pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff"}
INSIDE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
UNNAMEABLE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]')


class Unwelcome(ValueError):
    """A file that is not kept; `code` says why: kind, content, macros, packed, empty."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Welcome:
    """A file that may be kept: the name to show, and its type."""

    name: str
    media_type: str


def welcome(name: str, content: bytes) -> Welcome:
    """What a file is, by its name and its content. Unwelcome when it is none of the types, or not what it says."""
    shown = _name(name)
    ending = PurePosixPath(shown).suffix.removeprefix(".").lower()
    if ending not in TYPES:
        raise Unwelcome("kind")
    if not content:
        raise Unwelcome("empty")
    if ending in STARTS:
        fits = content.startswith(STARTS[ending])
    elif ending == "txt":
        fits = _is_text(content)
    else:
        fits = _is_package(ending, content)
    if not fits:
        raise Unwelcome("content")
    return Welcome(shown, TYPES[ending])


def _name(name: str) -> str:
    """The last part of what the browser called it, without what no file system or screen should be shown."""
    last = UNNAMEABLE.sub("", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" .") or "-"
    stem, dot, ending = last.rpartition(".")
    return f"{stem[: LONGEST_NAME - 10]}{dot}{ending[:9]}" if dot else last[:LONGEST_NAME]


def _is_text(content: bytes) -> bool:
    try:
        return "\x00" not in content.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _is_package(ending: str, content: bytes) -> bool:
    """Whether it is a document of that kind. Unwelcome when it carries macros or would unpack beyond all measure."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise Unwelcome("packed")
            names = {part.filename for part in parts}
            if any("vbaproject" in name.lower() or name.startswith("Basic/") for name in names):
                raise Unwelcome("macros")
            if ending in INSIDE:
                return INSIDE[ending] in names
            return "mimetype" in names and package.read("mimetype")[:100].decode("ascii", "replace") == TYPES[ending]
    except zipfile.BadZipFile:
        return False
