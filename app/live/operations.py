"""The verb of the projector: to show an item."""

from __future__ import annotations

import sqlalchemy as sa

from app.core.db import session
from app.core.operation import operation
from app.meetings.models import Item, Meeting


@operation(traceless="What a room looked at when is nobody's history; what came out of it is recorded on its own.")
def present_item(meeting: Meeting, item: Item) -> None:
    """Let the room see that item. It is no edit of the meeting, so nobody's form becomes stale by it."""
    shown = sa.update(Meeting).where(Meeting.id == meeting.id)
    session().execute(shown.values(shown_item_id=item.id, pulse=Meeting.pulse + 1))
