"""The fixed points of the agendas: the yearly review in ten, the ordinary meeting, and the yearly work-environment
discussion with the five things that the law asks for (order no. 65 of 22 January 2024; Working Environment Act § 6 d).
Pure data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.core.languages import lazy
from app.meetings.models import ItemKind, MeetingKind

D, B, O = ItemKind.DISCUSSION, ItemKind.DECISION, ItemKind.INFORMATION  # noqa: E741


@dataclass(frozen=True)
class Point:
    """A fixed point. `heading` is the one of the law's five that it answers (1 to 5), 0 for none; goals of the register
    stand under the one that `takes` "goals", what is left from last time under "last", all else under "others"."""

    key: str
    title: Any
    kind: ItemKind
    minutes: int
    heading: int = 0
    takes: frozenset[str] = frozenset()


HEADINGS = {
    1: lazy("What the co-operation is about in the coming year"),
    2: lazy("How the co-operation takes place: forms and intervals of meetings"),
    3: lazy("Whether the goals of the past year were reached"),
    4: lazy("Goals for the coming year"),
    5: lazy("Knowledge and training in the work-environment organisation"),
}

REVIEW = (
    Point(
        "review.1", lazy("Since last time: what did we decide, and what was done?"), O, 15, takes=frozenset({"last"})
    ),
    Point("review.2", lazy("Did we reach the year's goals for the work environment?"), D, 15, heading=3),
    Point("review.3", lazy("Goal by goal: result, learning, strain"), B, 5, takes=frozenset({"goals"})),
    Point("review.4", lazy("The four balances: where do we stand, and should we move?"), D, 20),
    Point("review.5", lazy("Unintended effects"), D, 10),
    Point("review.6", lazy("What do we stop measuring?"), B, 10),
    Point("review.7", lazy("Goals and ways of working together for the coming year"), B, 15, heading=4),
    Point("review.8", lazy("Knowledge and training in the work-environment organisation"), B, 10, heading=5),
    Point("review.9", lazy("What we tell our colleagues"), B, 5, takes=frozenset({"others"})),
    Point("review.10", lazy("How was the meeting?"), D, 5),
)
ORDINARY = (
    Point("ordinary.1", lazy("Since last time"), O, 10, takes=frozenset({"last"})),
    Point("ordinary.2", lazy("Goals"), B, 5, takes=frozenset({"goals"})),
    Point("ordinary.3", lazy("Other items"), D, 5, takes=frozenset({"others"})),
    Point("ordinary.4", lazy("What we tell our colleagues, and the next meeting"), B, 5),
)
# What a review lacks to be the yearly discussion as well: the first two headings stand before its seventh point.
IN_A_REVIEW = (
    Point("discussion.1", HEADINGS[1], B, 10, heading=1),
    Point("discussion.2", HEADINGS[2], B, 10, heading=2),
)
DISCUSSION = (
    Point("ordinary.1", lazy("Since last time"), O, 10, takes=frozenset({"last"})),
    Point("discussion.3", HEADINGS[3], D, 20, heading=3, takes=frozenset({"goals"})),
    Point("discussion.1", HEADINGS[1], B, 15, heading=1),
    Point("discussion.2", HEADINGS[2], B, 10, heading=2),
    Point("discussion.4", HEADINGS[4], B, 20, heading=4),
    Point("discussion.5", HEADINGS[5], B, 15, heading=5),
    Point("discussion.6", lazy("How we write down, tell and find again what we agreed on"), B, 5,
          takes=frozenset({"others"})),
)  # fmt: skip
# What the register draws that is about no goal.
DRAWN = (
    Point("drawn.minutes", lazy("Approve the minutes of the last meeting"), B, 5),
    Point("drawn.actions", lazy("Overdue actions"), D, 5),
)
POINTS = {point.key: point for point in (*REVIEW, *ORDINARY, *IN_A_REVIEW, *DISCUSSION, *DRAWN)}


def points_of(kind: MeetingKind, *, is_discussion: bool) -> Sequence[Point]:
    """The fixed points of a meeting of that kind, in their order."""
    if kind is MeetingKind.REVIEW:
        return (*REVIEW[:6], *IN_A_REVIEW, *REVIEW[6:]) if is_discussion else REVIEW
    return {MeetingKind.ORDINARY: ORDINARY, MeetingKind.DISCUSSION: DISCUSSION}.get(kind, ())


def heading_of(point: str) -> int:
    """Which of the law's five headings a point answers; 0 for none."""
    return POINTS[point].heading if point in POINTS else 0
