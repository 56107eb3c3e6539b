"""Both languages are whole, and no template holds bare text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from app import ROOMS
from app.core.catalogues import faults

TEMPLATES = Path(__file__).parents[2] / "app" / "templates"
SPOKEN = {"aria-label", "title", "placeholder", "alt", "aria-description"}
NAMES = {"Pejling", "CSV", "XLSX", "PDF", "Dansk", "English"}

# Their macros write the attributes of a tag that stands elsewhere, or put a tag together from pieces.
PARTS_OF_TAGS = {"forms.html", "_matrix.html"}


def test_the_translations_are_whole() -> None:
    found = faults(ROOMS)
    assert not found, "run `flask translations update`, then translate:\n" + "\n".join(found[:20])


class _Texts(HTMLParser):
    """What a template would show without any translation."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in SPOKEN and value]


@pytest.mark.parametrize("file", sorted(TEMPLATES.rglob("*.html")), ids=lambda f: str(f.relative_to(TEMPLATES)))
def test_no_bare_text(file: Path) -> None:
    text = re.sub(r"\{%-?\s*trans.*?endtrans\s*-?%\}", " ", file.read_text(), flags=re.S)
    text = re.sub(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", " ", text, flags=re.S)
    text = (
        re.sub(r"\b(?:class|data-[\w-]+|aria-[\w-]+)(?:=\"[^\"]*\")?(?=[^<]*$|[\s>])", " ", text)
        if file.name in PARTS_OF_TAGS
        else text
    )
    parser = _Texts()
    parser.feed(text)
    bare = [t.strip() for t in parser.found if re.search(r"[^\W\d_]{2,}", t)]
    bare = [t for t in bare if not all(word in NAMES for word in re.findall(r"[^\W\d_]{2,}", t))]
    assert not bare, f"put these into {{{{ _('…') }}}}: {bare}"


def test_the_readme_leads_to_files_that_are_there() -> None:
    root = TEMPLATES.parents[1]
    named = re.findall(r"!?\[[^\]]*\]\(([^)#:]+)\)", (root / "README.md").read_text())
    missing = [name for name in named if not (root / name).exists()]
    assert named, "the README shows no picture any more"
    assert not missing, f"the README names files that are not there: {missing}"
