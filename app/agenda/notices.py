"""Who is told about items: those who keep the meeting of a proposal, and who proposed it of what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.operation import tell
from app.meetings.models import Item
from app.people.models import User


def tell_of_item(item: Item, code: str, user_ids: Iterable[int], *, by: User | None) -> None:
    """Tell these people of an item, as far as they may read it; it is found in its meeting or the backlog."""
    if item.meeting_id is not None:
        endpoint, url = "agenda.item", {"meeting_id": item.meeting_id, "item_id": item.id}
    else:
        endpoint, url = "agenda.backlog", {"committee_id": item.committee_id}
    for key in sorted(set(user_ids)):
        tell(key, code, thing=item, about=item, by=by, endpoint=endpoint, url=url)
