"""The questions that come with the program: what `seeds/dialogue.toml` says, read once. Pure reading, no database."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.dialogue.models import Audience, Theme

FILE = Path(__file__).parents[2] / "seeds" / "dialogue.toml"


@dataclass(frozen=True)
class Shipped:
    """One question as it is shipped; its key stays the same from one version of the program to the next."""

    key: str
    audience: Audience
    da: str
    en: str

    @property
    def theme(self) -> Theme:
        """A key is its theme and a number: "focus.3"."""
        return Theme(self.key.split(".")[0])


def shipped() -> Mapping[str, Shipped]:
    """The shipped questions by their keys, in the order of the file."""
    return read(FILE)


@cache
def read(file: Path) -> Mapping[str, Shipped]:
    found = tomllib.loads(file.read_text(encoding="utf-8")).get("question", ())
    return {one["key"]: Shipped(one["key"], Audience(one["audience"]), one["da"], one["en"]) for one in found}
