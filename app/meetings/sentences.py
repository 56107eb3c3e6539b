"""How the history and the inbox tell of meetings."""

from __future__ import annotations

from typing import Any

from app.meetings import labels

SENTENCES: dict[str, Any] = {}
LABELS = {"meeting": labels.FIELDS, "meeting_item": labels.ITEM_FIELDS}
VALUES = {"meeting": labels.VALUES, "meeting_item": labels.ITEM_VALUES}
NOTICES: dict[str, Any] = {}
ADDRESSES = {"meeting": ("meetings.show", "meeting_id")}
