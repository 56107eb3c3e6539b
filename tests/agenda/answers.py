"""What the tests of agendas type and send."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from app.agenda.operations import add_annex, propose_item
from app.core import vault
from app.meetings.models import Annex, Item, ItemKind
from tests.cast import Cast
from tests.meetings.answers import item, met

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def typed(**changed: str) -> dict[str, str]:
    """A whole form about an item without a goal."""
    return {
        "title": "Pauser i sommervarmen", "goal_id": "", "kind": "discussion", "case_text": "Der er varmt i kontoret.",
        "recommendation": "At vi aftaler pauser.", "minutes_planned": "15", "parent_id": "", "version": "1",
    } | changed  # fmt: skip


def path(thing: Item, rest: str = "") -> str:
    """The address of an item's page, or of what is done with it."""
    return f"/meetings/{thing.meeting_id}/items/{thing.id}{rest}"


def proposed(cast: Cast, **more: Any) -> Item:
    """Trine's item on an agenda of the local committee in three weeks, or without one in its backlog."""
    said = {"title": "Støj i kantinen", "kind": ItemKind.DISCUSSION} | more
    return propose_item(cast.local, by=cast.trine, **said)


def secret(cast: Cast, **more: Any) -> Item:
    """A confidential item on a called agenda."""
    return item(cast, more.pop("meeting", None) or met(cast, stage="called"), is_confidential=True, **more)


def annexed(cast: Cast, thing: Item, *, content: bytes = b"%PDF-1.7 bilag", name: str = "bilag.pdf") -> Annex:
    return add_annex(thing, vault.keep(content), by=cast.karin, name=name, media_type="application/pdf")


def packed(*names: str, **contents: bytes) -> bytes:
    """A ZIP file with parts of these names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            package.writestr(name, contents.get(name, b"<xml/>"))
    return file.getvalue()
