"""Paper as PDF by typst: tagged, held to PDF/UA-1 by the compiler, hyphenated in its language.

The template is our own and gets everything as data, so that no text of people is read as markup. Typst keeps what it
has made in memory, so it runs as a process of its own that ends."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from app.core.languages import gettext as _
from app.core.languages import speaking
from app.core.paper import REGIONS, Block, Facts, Paper, Picture, Points, Table, Words, paragraphs, shown

TEMPLATE = Path(__file__).with_name("paper.typ")
SECONDS = 120
LONG_WORD = re.compile(r"\S{30,}")
MAY_BREAK = "\u200b"

# A character that no font at hand has is refused by PDF/UA. Then the machine's fonts are asked as well, and at last the
# file is made without that promise rather than not at all.
CHILD = """
import json, sys, typst
template, data = sys.argv[1], sys.stdin.buffer.read().decode()
for standards, alone in ((["ua-1"], True), (["ua-1"], False), ([], False)):
    try:
        made = typst.compile(template, sys_inputs={"paper": data}, pdf_standards=standards, ignore_system_fonts=alone)
        break
    except typst.TypstError as error:
        if not standards or "could not be displayed" not in str(error):
            raise
sys.stdout.buffer.write(made)
"""


class Unmade(RuntimeError):
    """Typst could not make the file; the text says why."""


def pdf(paper: Paper) -> bytes:
    with speaking(paper.language):
        data = json.dumps(_data(paper)).encode()
    command = [sys.executable, "-I", "-c", CHILD, str(TEMPLATE)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own
    except subprocess.TimeoutExpired:
        raise Unmade(f"It took more than {SECONDS} seconds.") from None
    if done.returncode:
        raise Unmade(done.stderr.decode(errors="replace")[-2000:])
    return done.stdout


def _data(paper: Paper) -> dict[str, Any]:
    mark = "\x1f"
    return {
        "title": _breakable(paper.title) or "–", "subtitle": _breakable(paper.subtitle), "language": paper.language,
        "region": REGIONS[paper.language], "landscape": paper.landscape, "sheet": paper.size,
        "facts": _block(paper.facts),
        "page": _("Page %(number)s of %(count)s", number=mark, count=mark).split(mark),
        "sections": [
            {
                "heading": _breakable(one.heading) or "–", "level": one.level, "new_page": one.new_page,
                "blocks": [_block(block) | {"leads": one.leads(at)} for at, block in enumerate(one.blocks)],
            }
            for one in paper.sections
        ],
    }  # fmt: skip


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Words):
        return {"kind": "words", "text": _lines(block.text), "soft": block.soft}
    if isinstance(block, Points):
        return {"kind": "points", "items": [_lines(item) for item in block.items], "numbered": block.numbered}
    if isinstance(block, Facts):
        pairs = [[_breakable(name), _lines(value)] for name, value in block.said]
        return {"kind": "facts", "pairs": pairs, "whole": block.is_short}
    if isinstance(block, Picture):
        beside = [_block(one) for one in block.beside]
        return {"kind": "picture", "svg": block.svg, "alt": block.alt, "beside": beside}
    return _table(block)


def _table(table: Table) -> dict[str, Any]:
    if not table.rows:
        return _block(Words(table.empty, soft=True))
    return {
        "kind": "table", "widths": table.shares, "heads": [_breakable(head) for head in table.heads],
        "rows": [[_lines(value) for value in row] for row in table.rows], "whole": table.is_short,
    }  # fmt: skip


def _lines(text: Any) -> list[list[str]]:
    return [[_breakable(line) for line in part] for part in paragraphs(text)]


def _breakable(text: Any) -> str:
    """The text with places at which a word that no line holds may break."""
    return LONG_WORD.sub(lambda word: MAY_BREAK.join(re.findall(r".{1,8}", word[0])), shown(text))
