"""What the demo's people have said to each other, each to the circle they meant it for."""

from __future__ import annotations

from collections.abc import Callable

from app.comments.models import Comment, CommentKind, Visibility
from app.comments.operations import add_comment, reply_to
from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.organisation.viewers import with_standing


def plan(said: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put a comment and the replies to it on the timeline."""
    thread: list[Comment] = []
    timeline.on(said["on"], lambda: thread.append(_say(said, goals)))
    for reply in said.get("replies", ()):
        timeline.on(reply["on"], _replying(reply, thread, goals))


def _say(said: Plain, goals: Goals) -> Comment:
    circle = Visibility(said.get("seen_by", "all"))
    committee = goals.ground.committees.get(said.get("committee", ""))
    return add_comment(
        goals.made[said["goal"]], by=with_standing(goals.person(said["by"])), kind=CommentKind(said["kind"]),
        body=said["text"], visibility=circle, committee_id=committee.id if committee else None,
    )  # fmt: skip


def _replying(reply: Plain, thread: list[Comment], goals: Goals) -> Callable[[], Comment]:
    return lambda: reply_to(thread[0], by=with_standing(goals.person(reply["by"])), body=reply["text"])
