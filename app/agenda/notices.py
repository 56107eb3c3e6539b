"""Who is told about items: those who keep the meeting of a proposal, and who proposed it of what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.operation import tell
from app.meetings.models import Item
from app.people.models import User


def tell_of_item(item: Item, code: str, user_ids: Iterable[int], *, by: User | None) -> None:
    """Tell these people of an item. The notice names its meeting, or the committee in whose backlog it waits, and never
    the item itself."""
    about = item.meeting if item.meeting is not None else item.committee
    for key in sorted(set(user_ids)):
        tell(key, code, thing=item, about=about, by=by)
