"""The answer duty: what is asked from one side waits until someone of the other side answers. Pure rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from app.comments.models import Comment, CommentKind, Visibility
from app.organisation.models import Side, Unit

OWED = frozenset({CommentKind.QUESTION, CommentKind.CONCERN, CommentKind.PROPOSAL})
ENOUGH = 3  # answers, to speak of how soon a unit usually answers: fewer would tell of single persons
COUNTED = timedelta(days=365)  # how far back
READ_WITHIN = timedelta(days=30)  # an answer that the asker leaves alone so long no longer waits for them


def is_owed(kind: CommentKind, visibility: Visibility) -> bool:
    """Whether it asks for an answer: what only one's own side can read can't be answered by the other."""
    return kind in OWED and visibility is not Visibility.SIDE


def settles(asked_by: Side | None, answering: Side | None) -> bool:
    """Whether someone of that side can answer: of the other side, or of any where the asker stands on neither."""
    return answering is not None and answering is not asked_by


@dataclass(frozen=True)
class Sitting:
    """That a person sits on a side of a committee, and the paths of the units that it covers."""

    user_id: int
    committee_id: int
    side: Side
    paths: tuple[str, ...]

    def nearness(self, unit: Unit) -> int:
        """The longer the path that covers the unit, the nearer; 0 where none does."""
        return max((len(path) for path in self.paths if unit.lies_under(path)), default=0)


def debtors(comment: Comment, *, responsible: set[int], sittings: Iterable[Sitting]) -> set[int]:
    """Who is to answer, whether or not they may: never the asker.

    What management asks is for the employee side of the nearest committee, what others ask for those who answer for the
    goal (`responsible`). Within a committee it is for those of them who sit there, or for its other side."""
    seats = list(sittings)
    if comment.committee_id is not None:
        seats = [seat for seat in seats if seat.committee_id == comment.committee_id]
        other = {seat.user_id for seat in seats if settles(comment.author_side, seat.side)}
        found = other if comment.author_side is Side.MANAGEMENT else responsible & other or other
    elif comment.author_side is Side.MANAGEMENT:
        found = _nearest_employees(comment.goal.unit, seats)
    else:
        found = responsible
    return found - {comment.author_id}


def _nearest_employees(unit: Unit, seats: Iterable[Sitting]) -> set[int]:
    near = [(seat.nearness(unit), seat.user_id) for seat in seats if seat.side is Side.EMPLOYEES]
    nearest = max((length for length, _user_id in near), default=0)
    return {user_id for length, user_id in near if length == nearest > 0}
