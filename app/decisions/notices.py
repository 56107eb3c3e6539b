"""Who is told of what a meeting recorded: whom it concerns, as far as they may read the item."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.operation import tell
from app.goals.models import Goal
from app.meetings.models import Item
from app.people.models import User


def tell_of_goal(item: Item, goal: Goal, code: str, user_ids: Iterable[int], *, by: User, committee: str) -> None:
    """Tell of a decision on a goal; it leads to the goal's page."""
    for key in sorted(set(user_ids)):
        tell(key, code, thing=item, about=goal, by=by, committee=committee)


def tell_keepers(item: Item, code: str, user_ids: Iterable[int], *, by: User, committee: str) -> None:
    """Tell those who keep a committee of an item that came to it from another."""
    endpoint, url = "agenda.backlog", {"committee_id": item.committee_id}
    if item.meeting_id is not None:
        endpoint, url = "meetings.show", {"meeting_id": item.meeting_id}
    for key in sorted(set(user_ids)):
        tell(key, code, thing=item, about=item, by=by, committee=committee, endpoint=endpoint, url=url)
