"""The lines that come with the program: what `seeds/library.toml` says, read once. Pure reading, no database."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.goals.models import Aspect
from app.library.models import LineKind

FILE = Path(__file__).parents[2] / "seeds" / "library.toml"


@dataclass(frozen=True)
class Shipped:
    """One line as it is shipped; its key stays the same from one version of the program to the next."""

    key: str
    aspect: Aspect
    kind: LineKind
    da: str
    en: str
    poles: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    factor: str = ""


def shipped() -> Mapping[str, Shipped]:
    """The shipped lines by their keys, in the order of the file."""
    return read(FILE)


@cache
def read(file: Path) -> Mapping[str, Shipped]:
    lines = tomllib.loads(file.read_text(encoding="utf-8")).get("line", ())
    return {
        line["key"]: Shipped(
            key=line["key"],
            aspect=Aspect(line["aspect"]),
            kind=LineKind(line["kind"]),
            da=line["da"],
            en=line["en"],
            poles=tuple(line.get("poles", ())),
            answers=tuple(line.get("answers", ())),
            factor=line.get("factor", ""),
        )
        for line in lines
    }
